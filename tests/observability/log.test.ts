import { DiscordAPIError, HTTPError } from 'discord.js'
import { expect, test } from 'vitest'
import { createLog, redact } from '../../src/observability/log.ts'

const canary = 'MTIz.canary.token-0123456789abcdef'
const interactionToken = 'aW50ZXJhY3Rpb246-canary_interaction'

const logOf = (write: (log: ReturnType<typeof createLog>) => void): string => {
  const lines: string[] = []
  write(createLog({ level: 'debug', secrets: [canary, ''], write: (line) => void lines.push(line) }))
  return lines.join('')
}

test('the bot token never reaches the log, wherever it stands', () => {
  const cause = new Error(`inside ${canary}`)
  const error = Object.assign(new Error(`outside ${canary}`, { cause }), {
    headers: { authorization: `Bot ${canary}` },
  })
  const lines = logOf((log) => {
    log.info(canary)
    log.error({ err: error }, 'failed')
    log.warn({ deep: { er: [canary, { url: `https://x/?t=${encodeURIComponent(canary)}` }] } })
    log.child({ bound: canary }).debug('bound')
  })
  expect(lines).toContain('[redacted]')
  expect(lines).not.toContain('canary')
  for (const line of lines.trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow()
})

test('the tokens of interactions never reach the log: not in the URL, message or stack of an error', () => {
  const base = 'https://discord.com/api/v10'
  const url = `${base}/interactions/123456789012345678/${interactionToken}/callback`
  const edit = `${base}/webhooks/123456789012345678/${interactionToken}/messages/@original`
  const refused = new DiscordAPIError({ code: 10062, message: 'Unknown interaction' }, 10062, 404, 'POST', url, {
    files: undefined,
    body: { data: 'What did the board decide?' },
  })
  const failed = new HTTPError(502, 'Bad gateway', 'PATCH', edit, { files: undefined, body: {} })
  const lines = logOf((log) => {
    log.error({ err: refused })
    log.error({ err: failed }, `PATCH ${edit} failed`)
    log.error({ err: new Error('outer', { cause: failed }) })
  })
  expect(lines).not.toContain('canary')
  expect(lines).toContain('/interactions/123456789012345678/[redacted]/callback')
  expect(lines).toContain('10062')
  // What people ask is nobody else's business either.
  expect(lines).not.toContain('What did the board decide?')
})

test('headers and signed links are taken out of any text', () => {
  expect(redact('Authorization: Bot abc.def', [])).toBe('Authorization: [redacted]')
  expect(redact('{"authorization":"Bearer abc"}', [])).toBe('{"authorization":"[redacted]"}')
  expect(redact('https://cdn.example/a.txt?ex=1a&is=2b&hm=3c end', [])).toBe(
    'https://cdn.example/a.txt?ex=[redacted]&is=[redacted]&hm=[redacted] end',
  )
  expect(redact('the token abc', ['Bot abc\n'])).toBe('the token [redacted]')
  expect(redact('nothing secret', ['', 'x-ray'])).toBe('nothing secret')
})

test('nothing in a line drives a terminal that shows it, and the values stay what they are', () => {
  const attack = '\u001b]0;owned\u0007\u007f\u009b2J\u202e\u2028\u2066\ufeff\ud800'
  const lines = logOf((log) => {
    log.info({ [attack]: attack, deep: [attack] }, attack)
    log.error({ err: new Error(attack) })
    log.child({ bound: attack }).warn('bound')
  })
  expect(lines).not.toMatch(/(?!\n)\p{Cc}|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
  const [first] = lines.trim().split('\n')
  expect(JSON.parse(first ?? '')).toMatchObject({ [attack]: attack, deep: [attack], msg: attack })
})

test('a level below the chosen one is not written', () => {
  const lines: string[] = []
  createLog({ level: 'warn', write: (line) => void lines.push(line) }).info('quiet')
  expect(lines).toEqual([])
})
