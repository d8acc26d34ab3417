import fc from 'fast-check'
import { expect, test } from 'vitest'
import { QuothError } from '../../../../src/domain/error.ts'
import { languages } from '../../../../src/domain/guild-settings.ts'
import { msg } from '../../../../src/domain/message.ts'
import { translatorFor } from '../../../../src/i18n/say.ts'
import { fits } from '../../../../src/surfaces/discord/message/budget.ts'
import {
  expectedErrorMessage,
  incidentMessage,
  stoppingMessage,
} from '../../../../src/surfaces/discord/message/notice.ts'
import { liveMarkup } from '../../../support/discord-markdown.ts'
import { hostileText } from '../../../support/hostile-text.ts'

const english = translatorFor('en')

test('what cannot be done is one line of text, with what would have worked', () => {
  const error = new QuothError('unknown-source', msg`There is no source “${'tides'}”.`, ['reports/tide', 'minutes'])
  const message = expectedErrorMessage(english, error)
  expect(message).toMatchObject({ style: 'plain', components: [], files: [] })
  expect(message.content).toBe('There is no source “tides”. Did you mean **reports/tide**, **minutes**?')
})

test('what the message names already is not offered again', () => {
  const error = new QuothError('bad-argument', msg`Choose “${'apa'}” or another.`, ['apa'])
  expect(expectedErrorMessage(english, error).content).toBe('Choose “apa” or another.')
})

test('what a person wrote is inert in it, and never more than a message holds', () => {
  const anyText = fc.tuple(hostileText(), fc.integer({ min: 1, max: 300 })).map(([text, n]) => text.repeat(n))
  fc.assert(
    fc.property(
      anyText,
      fc.array(anyText, { maxLength: 8 }),
      fc.constantFrom(...languages),
      (text, others, language) => {
        const error = new QuothError('unknown-source', msg`There is no source “${text}”.`, others)
        const message = expectedErrorMessage(translatorFor(language), error)
        expect(fits(message)).toBe(true)
        const shown = message.content.replaceAll(/(\\[^0-9A-Za-z\s])|\*\*/g, '$1')
        expect(liveMarkup(shown)).toEqual([])
      },
    ),
    { numRuns: 500 },
  )
})

test('a bug is told with the number that the log has, and a restart with what to do', () => {
  expect(incidentMessage(english, '7f3kq0wz').content).toMatch(/^Something went wrong.* `7f3kq0wz`$/)
  expect(stoppingMessage(english).content).toContain('Please ask again in a minute.')
})
