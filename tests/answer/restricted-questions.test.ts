import { beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../src/domain/answer.ts'
import { QuothError } from '../../src/domain/error.ts'
import type { Quoth } from '../../src/quoth.ts'
import { engineOver } from '../support/engine.ts'
import { notesOf } from '../support/in-english.ts'

const dated = (title: string, date: string | null, text: string): string =>
  `---\ntitle: ${title}\n${date === null ? '' : `date: ${date}\n`}---\n\n${text}\n`

const documents = {
  'harbour/early.md': dated(
    'The First Bridge',
    '2012-03',
    'The old bridge across the harbour closed for repairs. Ferries carried the workers across the harbour.',
  ),
  'harbour/middle.md': dated(
    'The Second Bridge',
    '2014-05-03',
    'The harbour bridge opened again, and the mayor of the harbour thanked the workers.',
  ),
  'harbour/late.md': dated('The Third Bridge', '2014', 'A storm broke the harbour bridge. Nobody blamed the workers.'),
  'harbour/undated.md': dated(
    'Bridges',
    null,
    'Children paint the bridge of the harbour. Smugglers of the Uyghur quarter crossed the bridge of the harbour at night.',
  ),
}

let quoth: Quoth
beforeAll(async () => {
  quoth = (await engineOver(documents)).quoth
})

/** The file names of the sources that are quoted, of as many quotes as may be. */
const quotedFrom = ({ quotes }: Answer): readonly string[] =>
  [...new Set(quotes.map(({ citation }) => citation.source.replace('harbour/', '')))].sort()
const ask = (question: string) => quoth.ask(question, { quotes: 8 })
const sentences = ({ quotes }: Answer): string => quotes.map(({ quote }) => quote.exact).join('\n')

describe('a phrase in quotation marks', () => {
  it.each(['"harbour bridge"', '“Harbour Bridge” workers', '„harbour bridge“', '« harbour bridge »'])(
    'is found word for word: %s',
    async (question) => {
      const answer = await ask(question)
      expect(quotedFrom(answer)).toEqual(['late', 'middle'])
      expect(answer.quotes[0]?.quote.exact).toContain('harbour bridge')
      expect(notesOf(answer)).toEqual([])
    },
  )

  it('brings the sentence that has it before others of its passage', async () => {
    const answer = await ask('Who blamed the workers of the "storm broke"?')
    expect(answer.quotes[0]?.quote.exact).toContain('A storm broke')
  })

  it('is found in a title', async () => {
    expect(quotedFrom(await ask('workers "second bridge"'))).toEqual(['middle'])
  })

  it('of stop words counts too, beside other words', async () => {
    expect(quotedFrom(await ask('harbour "of the" bridge'))).toEqual(['middle', 'undated'])
  })

  it('that no passage has is looked for in its words, and the asker is told', async () => {
    const answer = await ask('Who crossed the "bridge harbour"?')
    expect(answer.quotes[0]?.quote.exact).toContain('Smugglers')
    expect(notesOf(answer).join()).toMatch(/No passage has the words in quotation marks side by side/)
  })

  it('is found beyond the passages that are best without it', async () => {
    const many = Array.from({ length: 80 }, (_, i) => [`n${i}.txt`, 'The bridge and the harbour, the harbour bridge.'])
    const needle = 'In spring they saw a boat, some gulls, the harbour and a bridge of rope, and went home to the town.'
    const large = await engineOver({ ...Object.fromEntries(many), 'needle.txt': needle })
    const { quotes } = await large.quoth.ask('"harbour and a bridge"')
    expect(quotes.map(({ citation }) => citation.source)).toEqual(['needle'])
  })
})

describe('a word after a minus', () => {
  it.each([
    ['harbour bridge -storm', ['early', 'middle', 'undated']],
    ['harbour bridge -storms -ferry', ['middle', 'undated']],
    ['harbour bridge -"harbour bridge"', ['early', 'undated']],
    ['harbour bridge -Uighurs', ['early', 'late', 'middle']],
  ])('keeps passages with it out: %s', async (question, sources) => {
    const answer = await ask(question)
    expect(quotedFrom(answer)).toEqual(sources)
    expect(notesOf(answer).join()).toMatch(/^Passages with “.*” were left out\.$/)
  })

  it('is not what is asked for', async () => {
    expect((await ask('harbour bridge -zebra')).unknownTerms).toEqual([])
  })
})

describe('source:', () => {
  it.each(['source:late', 'source:harbour/late', 'source:"The Third Bridge"', 'SOURCE:late.md'])(
    'looks in one source: %s',
    async (operator) => {
      const answer = await ask(`What of the harbour bridge ${operator}?`)
      expect(quotedFrom(answer)).toEqual(['late'])
      expect(answer.searched).toBe(1)
    },
  )

  it('of another name than the option is refused, of the same one not', async () => {
    const failure = quoth.ask('bridge source:late', { source: 'early' })
    await expect(failure).rejects.toThrow(QuothError)
    await expect(failure).rejects.toThrow(/name different sources/)
    expect(quotedFrom(await quoth.ask('harbour bridge source:late', { source: 'The Third Bridge' }))).toEqual(['late'])
  })

  it('that is unknown is answered with what may be meant', async () => {
    await expect(ask('bridge source:lat')).rejects.toMatchObject({ code: 'unknown-source' })
  })
})

describe('before: and after:', () => {
  it.each([
    ['before:2014', ['early'], 1],
    ['before:2015', ['early', 'late', 'middle'], 3],
    ['before:2012-03', [], 0],
    ['before:2012-04', ['early'], 1],
    ['after:2012', ['late', 'middle'], 2],
    ['after:2014-05-02', ['middle'], 1],
    ['after:2014-05', [], 0],
    ['after:2012-03 before:2014-06', ['middle'], 1],
  ])('%s keeps to sources that are surely from then', async (operators, sources, searched) => {
    const answer = await ask(`harbour bridge ${operators}`)
    expect(quotedFrom(answer)).toEqual(sources)
    expect(answer.searched).toBe(searched)
    expect(notesOf(answer)).toContain('1 source has no date and was left out.')
  })

  it('say so when no source is from then', async () => {
    const answer = await ask('harbour bridge after:2020-05 before:2021')
    expect(answer).toMatchObject({ kind: 'silent', nearest: [] })
    expect(notesOf(answer)).toContain('No source searched is dated after 2020-05 and before 2021.')
  })

  it('go together with a source', async () => {
    expect(quotedFrom(await ask('harbour bridge before:2013 source:early'))).toEqual(['early'])
    const answer = await ask('harbour bridge before:2013 source:undated')
    expect(answer.kind).toBe('silent')
    expect(notesOf(answer)).toContain('1 source has no date and was left out.')
  })
})

it('all of them together leave what keeps to all', async () => {
  const answer = await ask('What carried the workers across "the harbour" -storm -thanked before:2015?')
  expect(quotedFrom(answer)).toEqual(['early'])
  expect(sentences(answer)).toContain('Ferries')
  expect(answer.question).toBe('What carried the workers across "the harbour" -storm -thanked before:2015?')
})
