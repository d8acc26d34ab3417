import { expect, test } from 'vitest'
import { redact } from '../../../src/observability/log.ts'
import { blockQuote, neutralise, neutraliseLine, oneLine } from '../../../src/surfaces/discord/message/neutralise.ts'

test.each([
  ['a heading’s own closing mark', 'C #', 'C \\#'],
  ['several of them', 'C ##', 'C #\\#'],
  ['one before blanks', 'C #  ', 'C \\#  '],
  ['an invite without a scheme', 'discord.gg/abc', 'discord.gg\\/abc'],
  ['an invite of old', 'discordapp.com/invite/abc', 'discordapp.com\\/invite/abc'],
  ['a numbered list', '12. twelve', '12\\. twelve'],
  ['a numbered list in brackets', '  3) three', '  3\\) three'],
  ['emoji by name', ':smile:', '\\:smile:'],
  ['a scheme', 'https://example.org', 'https\\://example.org'],
  ['everyone', '@everyone @here', '\\@everyone \\@here'],
  ['a person', '<@1> <@&2> <#3> <t:4> </x:5>', '\\<@1> \\<@&2> \\<#3> \\<t:4> \\</x:5>'],
])('%s is shown as it is written, and does nothing', (_, text, shown) => {
  expect(neutralise(text)).toBe(shown)
})

test('each line of a quote has its own mark, empty ones too', () => {
  expect(blockQuote('One\n\ntwo\n')).toBe('> One\n> \n> two\n> ')
})

test('a title behind a heap of invisible characters is still found', () => {
  expect(oneLine(`${'\u200b'.repeat(100)}On tides`, 20)).toBe('On tides')
  expect(neutraliseLine(`${'\u2060'.repeat(100)}On *tides*`, 20)).toBe('On \\*tides\\*')
})

test('a secret is taken out as well where it stands as JSON or as a part of an address', () => {
  const secret = 'p/a+s "s'
  const written = [secret, JSON.stringify({ secret }), `https://x/?key=${encodeURIComponent(secret)}&y`].join('\n')
  const left = redact(written, [secret])
  expect(left).toBe('[redacted]\n{"secret":"[redacted]"}\nhttps://x/?key=[redacted]&y')
})
