import { expect, test } from 'vitest'
import { addressInHall } from '../../../server/http/address.ts'

const reached = (hostname: string, port: number | null = 3000) => ({
  protocol: 'http',
  hostname,
  port,
  host: port ? `${hostname}:${port}` : hostname,
})

test('a desk opened at localhost hands out a code that phones in the hall can follow', () => {
  expect(addressInHall(reached('localhost'), '192.168.1.7')).toBe('http://192.168.1.7:3000')
  expect(addressInHall(reached('127.0.0.1'), '192.168.1.7')).toBe('http://192.168.1.7:3000')
})

test('an address that others can reach stays as it is', () => {
  expect(addressInHall(reached('talk.example.cn', null), '192.168.1.7')).toBe('http://talk.example.cn')
  expect(addressInHall(reached('192.168.1.9'), '192.168.1.7')).toBe('http://192.168.1.9:3000')
})

test('a machine without a network can only name itself', () => {
  expect(addressInHall(reached('localhost'), null)).toBe('http://localhost:3000')
})
