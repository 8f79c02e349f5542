import { expect, onTestFinished, test, vi } from 'vitest'
import type { Client } from '../../support/running/client.ts'
import { openRecorder, type Recorder } from '../../support/peers/recorder.ts'
import { openEvening, openVillage, secondNode } from '../../support/villages/village.ts'

test('recorders on two nodes write one text', async () => {
  const village = await openVillage()
  const evening = await openEvening(village)
  const far = await secondNode(village)
  const xiao = await village.as('陈晓')
  const seat = ({ cookie, placeId }: Client) => ({ url: far, cookie, placeId })
  const sit = async (who: Parameters<typeof openRecorder>[0]): Promise<Recorder> => {
    const recorder = await openRecorder(who, evening.meetingId)
    onTestFinished(() => recorder.close())
    return recorder
  }
  const here = await sit(evening.facilitator)
  const there = await sit(seat(xiao))
  here.turn('李婶', '一')
  expect(await here.saved()).toBe(1)
  there.turn('赵姐', '二')
  expect(await there.saved()).toBe(2)
  here.turn('李婶', '三')
  expect(await here.saved()).toBe(3)
  there.turn('赵姐', '四')
  expect(await there.saved()).toBe(4)
  await vi.waitFor(() => expect([...there.text].sort()).toEqual(['一', '三', '二', '四'].sort()))
  expect(here.text).toEqual(expect.arrayContaining(['一', '二', '三']))
  const fresh = await sit(seat(evening.facilitator))
  expect(fresh.text).toEqual(there.text)
})
