import Type from 'typebox'
import { operation } from '../kernel/contract.ts'
import { Closed, Nothing, OneOf, TextUpTo } from '../kernel/schema.ts'
import { meFields, MeAnswer } from '../people/answers.ts'
import { MAX_LOGIN_NAME_LENGTH, MAX_PASSWORD_LENGTH } from '../people/log-in/login.ts'
import { MAX_PERSON_NAME_LENGTH } from '../people/person.ts'
import { MAX_PLACE_NAME_LENGTH } from '../places/place.ts'
import { LANGUAGES } from '../words/language.ts'

const MAX_BELOW = 60
const PlaceName = TextUpTo(MAX_PLACE_NAME_LENGTH)
const PersonName = TextUpTo(MAX_PERSON_NAME_LENGTH)

const asked = {
  /** What the server printed; not needed on the machine itself. */
  key: Type.Union([Type.String({ maxLength: 200 }), Type.Null()]),
  language: OneOf(LANGUAGES),
}
const ownLogin = { loginName: TextUpTo(MAX_LOGIN_NAME_LENGTH), password: TextUpTo(MAX_PASSWORD_LENGTH) }
const castMember = {
  name: Type.String(),
  title: Type.String(),
  loginName: Type.String(),
  password: Type.String(),
}

/** The first thing that is asked of a new instance, once. */
export const setupOperations = {
  setUpVillage: operation('setUpVillage', 'POST', '/api/setup/village', {
    summary: 'Set up one’s own village on a new instance',
    params: Nothing,
    body: Closed({
      villageName: PlaceName,
      townshipName: Type.Union([Type.String({ maxLength: MAX_PLACE_NAME_LENGTH * 12 }), Type.Null()]),
      facilitatorName: PersonName,
      ...ownLogin,
      ...asked,
    }),
    answer: MeAnswer,
  }),
  setUpAbove: operation('setUpAbove', 'POST', '/api/setup/above', {
    summary: 'Set up a county or a township with its places on a new instance',
    params: Nothing,
    body: Closed({
      kind: OneOf(['county', 'township']),
      name: PlaceName,
      below: Type.Array(PlaceName, { maxItems: MAX_BELOW }),
      governorName: PersonName,
      ...ownLogin,
      ...asked,
    }),
    answer: MeAnswer,
  }),
  setUpSample: operation('setUpSample', 'POST', '/api/setup/sample', {
    summary: 'Open the sample village on a new instance',
    params: Nothing,
    body: Closed({
      ...asked,
      /** Evenings and weeks that were lived through. */ hasPast: Type.Optional(Type.Boolean()),
    }),
    answer: Closed({ ...meFields, cast: Type.Array(Closed(castMember)) }),
  }),
} as const
