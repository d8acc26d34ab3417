import { describe, expect, it } from 'vitest'
import { quotesOf } from '../../../../src/domain/finding.ts'
import { type CheckedQuote, type Difference, placesOf } from '../../../../src/domain/quote-check.ts'
import type { Reply } from '../../../../src/domain/reply.ts'
import { readCustomId } from '../../../../src/surfaces/discord/replies/buttons.ts'
import { renderReply } from '../../../../src/surfaces/discord/replies/render-reply.ts'
import { rankedQuotes } from '../../../support/fake-quoth.ts'
import { plainSource, spanOf } from '../../../support/plain-source.ts'
import { controlsOf, frameOf, partsOf, textOf } from '../../../support/shown-frame.ts'

const source = plainSource({
  id: 'tide',
  text: 'The tide rises twice a day.\n\nFishermen know it well. At spring tide the water stands higher.',
  record: { title: 'On tides' },
})
const quotes = rankedQuotes(source, [
  spanOf(source, 'The tide rises twice a day.'),
  spanOf(source, 'Fishermen know it well.'),
  spanOf(source, 'At spring tide the water stands higher.'),
])

const findings = (
  statements: readonly (readonly [statement: string, quotes: readonly number[], isWeak?: boolean])[],
  left = 0,
): Reply => ({
  kind: 'findings',
  findings: {
    statements: statements.map(([statement, at, isWeak = false]) => ({
      statement,
      isWeak,
      quotes: at.flatMap((place) => quotes[place] ?? []),
    })),
    left,
    searched: 7,
  },
})

const quoteCheck = (checked: readonly CheckedQuote[], left = 0): Reply => ({
  kind: 'quote-check',
  check: { quotes: checked, left, searched: 7 },
})

/** Which quotes of the reply the buttons show the context of, in their order. */
const contextsOf = (reply: Reply): readonly (number | undefined)[] =>
  partsOf(renderReply(reply, frameOf())).flatMap((part) => {
    const id = 'custom_id' in part ? readCustomId(String(part.custom_id)) : null
    return id?.action === 'context' ? [id.n] : []
  })

describe('what the library has on a text', () => {
  const reply = findings([
    ['The tide *rises* twice.', [0, 1]],
    ['Nobody knows zebras.', []],
    ['Spring tides are high.', [2]],
  ])

  it('stands statement by statement, each quote with its context in reading order', () => {
    const shown = textOf(renderReply(reply, frameOf()))
    expect(shown).toContain('Statements looked up: 3 · sources searched: 7')
    expect(shown).toMatch(
      /\*\*The tide \\\*rises\\\* twice\.\*\*\n> The tide rises.*\*\*\[1\]\*\*.*> Fishermen.*\*\*\[2\]\*\*/s,
    )
    expect(shown).toContain('**Nobody knows zebras.**\nNothing in the library is close enough to quote.')
    expect(shown).toMatch(/\*\*Spring tides are high\.\*\*\n> At spring tide.*\*\*\[3\]\*\*/s)
    expect(contextsOf(reply)).toEqual([0, 1, 2])
    expect(reply.kind === 'findings' && quotesOf(reply.findings)).toEqual(quotes)
  })

  it('can be copied and shared when there is a quote', () => {
    const frame = frameOf({ isPrivate: true })
    expect(controlsOf(renderReply(reply, frame)).slice(-2)).toEqual(['Copy as text', 'Share in channel'])
    expect(controlsOf(renderReply(findings([['Zebras.', []]]), frame))).toEqual([])
  })

  it('says of a weak match that it is one', () => {
    const weak = textOf(renderReply(findings([['Zebras swim.', [0], true]]), frameOf()))
    expect(weak).toContain('**Zebras swim.**\n-# Weak match: this may be beside the point.\n> The tide')
    expect(textOf(renderReply(reply, frameOf()))).not.toContain('weak')
  })

  it('says how many statements were not looked up, and when nothing was found', () => {
    expect(textOf(renderReply(findings([['Zebras.', []]], 4), frameOf()))).toMatch(
      /### I could not find that in the library\n.*4 more statements were not looked up\./s,
    )
  })

  it('without a statement says what to do', () => {
    const shown = textOf(renderReply(findings([]), frameOf()))
    expect(shown).toContain('### No statements to look up')
    expect(shown).toContain('/ask')
  })
})

describe('the quotations of a text', () => {
  const differences: readonly Difference[] = [
    { kind: 'same', text: 'The tide ' },
    { kind: 'missing', text: 'rises ' },
    { kind: 'added', text: '~~falls~~ ' },
    { kind: 'same', text: 'twice' },
    { kind: 'left-out', text: ' a day' },
    { kind: 'missing', text: '.' },
    { kind: 'added', text: '!' },
  ]
  const [first, second, third] = quotes
  const places = (...given: (typeof first)[]) => given.flatMap((each) => each ?? [])
  const reply = quoteCheck([
    { written: 'Fishermen know', verdict: { kind: 'verbatim', places: places(second, third) } },
    { written: 'The tide falls', verdict: { kind: 'nearly', places: places(first), differences } },
    { written: 'zebra\n@everyone', verdict: { kind: 'not-found' } },
    { written: 'it was', verdict: { kind: 'too-common' } },
  ])
  const shown = textOf(renderReply(reply, frameOf()))

  it('stand with their verdicts, each place with its context in reading order', () => {
    expect(shown).toContain('Word for word: 1 of 4 · sources searched: 7')
    expect(shown).toMatch(/\*\*Word for word:\*\* “Fishermen know”\n> Fishermen know it well\.\n.*\*\*\[1\]\*\*/s)
    expect(shown).toMatch(/Also here:\n> At spring tide.*\*\*\[2\]\*\*/s)
    expect(shown).toContain('**Not found:** “zebra \\@everyone”\nNo source has these words')
    expect(shown).toContain('**Not looked up:** “it was”\nThese words appear almost everywhere.')
    expect(contextsOf(reply)).toEqual([0, 1, 2])
    expect(reply.kind === 'quote-check' && placesOf(reply.check)).toEqual([second, third, first])
  })

  it('have the quotation marks of the language', () => {
    expect(textOf(renderReply(reply, frameOf({ language: 'de' })))).toContain('**Wort für Wort:** „Fishermen know“')
    expect(textOf(renderReply(reply, frameOf({ language: 'de', style: 'plain' })))).not.toContain('“Fishermen know”')
  })

  it('show what differs by marks that a legend explains, and that no text can make', () => {
    expect(shown).toContain('The tide **rises** ~~\\~\\~falls\\~\\~~~ twice \\[…]**.** ~~!~~')
    expect(shown).toContain('**Bold**: only in the source. ~~Struck through~~: only in the quotation.')
  })

  it('name what a mark hides, in the language of the reader', () => {
    const hidden = ['not', 'never']
    const altered = quoteCheck([
      { written: 'The tide falls', verdict: { kind: 'altered', places: places(first), differences, hidden } },
    ])
    const english = textOf(renderReply(altered, frameOf()))
    expect(english).toContain('**Altered: an omission hides “not” and “never”:** “The tide falls”')
    expect(english).toContain('**Bold**: only in the source.')
    expect(textOf(renderReply(altered, frameOf({ language: 'de' })))).toContain('verbirgt „not“ und „never“:**')
  })

  it('can be copied and shared when one was found', () => {
    const frame = frameOf({ isPrivate: true })
    expect(controlsOf(renderReply(reply, frame)).slice(-2)).toEqual(['Copy as text', 'Share in channel'])
    const missing = quoteCheck([{ written: 'zebra', verdict: { kind: 'not-found' } }])
    expect(controlsOf(renderReply(missing, frame))).toEqual([])
  })

  it('show no legend where nothing differs', () => {
    const only = quoteCheck([{ written: 'it was', verdict: { kind: 'too-common' } }])
    expect(textOf(renderReply(only, frameOf()))).not.toContain('Bold')
  })

  it('show many differences as far as there is room, and say that there are more', () => {
    const many = Array.from({ length: 60 }, (_, at): readonly Difference[] => [
      { kind: 'same', text: `same ${'and the same '.repeat(30)}` },
      { kind: 'missing', text: `missing${at} ` },
    ]).flat()
    const message = renderReply(
      quoteCheck([{ written: 'x', verdict: { kind: 'nearly', places: places(first), differences: many } }]),
      frameOf(),
    )
    const line =
      textOf(message)
        .split('\n')
        .find((each) => each.includes('missing0')) ?? ''
    expect(line.length).toBeLessThanOrEqual(602)
    expect(line).toMatch(/^same .* … .*\*\*missing0\*\* .* …$/)
  })

  it('say how many were not checked, and where there is none what to do', () => {
    expect(
      textOf(renderReply(quoteCheck([{ written: 'it was', verdict: { kind: 'too-common' } }], 3), frameOf())),
    ).toMatch(/3 more quotations were not checked\./)
    const empty = textOf(renderReply(quoteCheck([]), frameOf()))
    expect(empty).toContain('### No quotations to check')
    expect(empty).toContain('between “ and ”')
  })
})
