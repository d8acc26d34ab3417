import { DiscordAPIError } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { createLog, inertJson, type LogLevel, redact } from '../../src/observability/log.ts'
import { visible, visibleJson, visibleLine } from '../../src/surfaces/terminal/visible.ts'

describe('what its place gives away as a secret is taken out', () => {
  test.each([
    ['in a callback', '/interactions/123/secret-1/callback', '/interactions/123/[redacted]/callback'],
    ['that ends an address', '/interactions/123/secret-1', '/interactions/123/[redacted]'],
    ['before a query', '/interactions/1/secret?a=b', '/interactions/1/[redacted]?a=b'],
    ['before a fragment', '/interactions/1/secret#a', '/interactions/1/[redacted]#a'],
    [
      'between marks',
      `"/interactions/1/secret" '/interactions/2/other'`,
      `"/interactions/1/[redacted]" '/interactions/2/[redacted]'`,
    ],
    ['in a webhook', '/webhooks/123/secret-1/messages/@original', '/webhooks/123/[redacted]/messages/@original'],
    [
      'in two webhooks',
      '/webhooks/12/secret /webhooks/34/other?x',
      '/webhooks/12/[redacted] /webhooks/34/[redacted]?x',
    ],
    [
      'in a webhook between marks',
      `'/webhooks/1/secret' "/webhooks/1/secret"#`,
      `'/webhooks/1/[redacted]' "/webhooks/1/[redacted]"#`,
    ],
    ['before a fragment of a webhook', '/webhooks/1/secret#a', '/webhooks/1/[redacted]#a'],
    ['in a header', 'authorization: secret', 'authorization: [redacted]'],
    ['in a header of a bot', 'Authorization: Bot secret, next', 'Authorization: [redacted], next'],
    ['in a header with blanks', 'AUTHORIZATION:  Bearer   secret next', 'AUTHORIZATION:  [redacted] next'],
    ['in JSON', '{"authorization":"Bot secret","a":1}', '{"authorization":"[redacted]","a":1}'],
    ['in JSON within JSON', '{\\"authorization\\":\\"secret\\"}', '{\\"authorization\\":\\"[redacted]"}'],
    ['in a list', "['authorization', 'secret'} x", "['authorization', '[redacted]'} x"],
    ['in two headers', 'authorization=a authorization=b', 'authorization=[redacted] authorization=[redacted]'],
    ['that has the shape of a token', 'a Bot abcdefghij-klmnopqrst.u_v.wx-yz end', 'a Bot [redacted] end'],
    [
      'of a bearer, twice',
      `bearer ${'a'.repeat(20)}.b Bearer ${'c'.repeat(21)}.d`,
      'bearer [redacted] Bearer [redacted]',
    ],
    ['in a link to a file', 'a?ex=1a&is=2b&hm=3c#x', 'a?ex=[redacted]&is=[redacted]&hm=[redacted]#x'],
    ['in a link between marks', `"a?hm=1" 'a?ex=2'`, `"a?hm=[redacted]" 'a?ex=[redacted]'`],
  ])('%s', (_, text, left) => {
    expect(redact(text, [])).toBe(left)
  })

  test.each([
    'interactions/callback, /interactions/secret/callback',
    '/webhooks/@me/x',
    'no authorization',
    'a robot abcdefghijklmnopqrst.u',
    'a bot that is short.lived',
    'text?example=1&this=2',
  ])('and nothing else: “%s”', (text) => {
    expect(redact(text, [])).toBe(text)
  })

  test('a known secret, with or without what it was given with', () => {
    for (const given of ['Bot abc', ' bot  abc\n', 'BEARER abc', 'abc'])
      expect(redact('x abc y abc', [given])).toBe('x [redacted] y [redacted]')
    expect(redact('x robot abc y', ['robot abc'])).toBe('x [redacted] y')
    expect(redact('nothing', ['', ' ', 'Bot '])).toBe('nothing')
  })
})

describe('JSON drives no terminal', () => {
  test.each([
    ['a control', '\u0007\u009b', '\\u0007\\u009b'],
    ['a line separator', '\u2028\u2029', '\\u2028\\u2029'],
    ['half of a pair', '\ud83d', '\\ud83d'],
    ['a direction', '\u202e', '\\u202e'],
    ['a tag of another plane', '\u{e0001}', '\\udb40\\udc01'],
  ])('%s is escaped', (_, character, escaped) => {
    expect(inertJson(`"a${character}b"`)).toBe(`"a${escaped}b"`)
    expect(visibleJson({ a: `a${character}b` })).toBe(`{"a":"a${escaped}b"}`)
  })

  test('what scripts and people need stays', () => {
    const needed = 'a\n\tb\u00ad\u200c\u200d👩'
    expect(inertJson(needed)).toBe(needed)
    expect(visible(needed)).toBe(needed)
  })
})

test('text on a terminal shows what would drive it, on one line where it is a title', () => {
  expect(visible('\u001b\u0000\u001f\u007f\u009b\u202e\u{e0001}')).toBe('␛␀␟␡⟨U+009B⟩⟨U+202E⟩⟨U+E0001⟩')
  expect(visibleLine('  a \n\n b\u001b ')).toBe('a b␛')
})

describe('a log', () => {
  const linesAt = (level: LogLevel | undefined): readonly string[] => {
    const lines: string[] = []
    const log = createLog({ ...(level === undefined ? {} : { level }), write: (line) => void lines.push(line) })
    log.debug('low')
    log.info('usual')
    log.error('high')
    return lines.map((line) => (JSON.parse(line) as { msg: string }).msg)
  }

  test('has what is usual unless told otherwise', () => {
    expect(linesAt(undefined)).toEqual(['usual', 'high'])
    expect(linesAt('debug')).toEqual(['low', 'usual', 'high'])
    expect(linesAt('silent')).toEqual([])
  })

  test('has the time of each line, and nothing of the host', () => {
    const lines: string[] = []
    createLog({ write: (line) => void lines.push(line) }).info('a')
    const { time, ...rest } = JSON.parse(lines[0] ?? '') as { time: string }
    expect(time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
    expect(rest).toEqual({ level: 30, msg: 'a' })
    expect(lines[0]).toMatch(/\n$/)
  })

  test('has the code of a refused request, and not what was sent or answered', () => {
    const lines: string[] = []
    const refused = new DiscordAPIError({ code: 50035, message: 'no' }, 50035, 400, 'POST', 'https://x', {
      files: undefined,
      body: { content: 'my salary' },
    })
    const error = Object.assign(refused, { raw: 'my salary' })
    createLog({ write: (line) => void lines.push(line) }).error({ err: error }, 'failed')
    const { err } = JSON.parse(lines[0] ?? '') as { err: object }
    expect(err).toMatchObject({ code: 50035, status: 400 })
    expect(Object.keys(err)).not.toContain('requestBody')
    expect(Object.keys(err)).not.toContain('rawError')
    expect(Object.keys(err)).not.toContain('raw')
  })
})
