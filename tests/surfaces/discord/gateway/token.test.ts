import { expect, test } from 'vitest'
import { asExpected, fatalClose } from '../../../../src/surfaces/discord/gateway/token.ts'

test('why Discord ended the connection for good stays the reason, whoever hands it on', () => {
  for (const code of [4004, 4010, 4011, 4012, 4013, 4014])
    expect(asExpected(fatalClose(code))).toMatchObject({
      code: 'bad-settings',
      message: expect.stringContaining(`close code ${code}`),
    })
})

test('a connection that was cut, refused or too slow is an outage; a bug stays a bug', () => {
  const cut = Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' })
  for (const error of [cut, new TypeError('fetch failed', { cause: cut }), AbortSignal.abort().reason])
    expect(asExpected(error)).toMatchObject({ code: 'unreachable' })
  const bug = new TypeError('x is not a function')
  expect(asExpected(bug)).toBe(bug)
})
