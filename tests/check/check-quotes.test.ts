import { beforeAll, describe, expect, it } from 'vitest'
import { type CheckedQuote, differenceRead } from '../../src/domain/quote-check.ts'
import { ownDocuments } from '../support/own-documents.ts'
import { type Checker, checkerOver } from './support/checker.ts'

let checker: Checker
beforeAll(async () => {
  checker = await checkerOver({
    ...ownDocuments,
    'winter.txt': [
      'The harbour froze in March, and forty ships waited outside the ice for a week. No pilot would go out to them.',
      'It thawed in May. The 20th ship, the “Anna”, was lost; she had carried 1,200 lanterns to the well-known fair.',
    ].join('\n\n'),
    'tokenised.txt':
      "winter notes : the harbour master ca n't say when it thaws -- it is the harbour 's oldest question , he said .",
    'copy.txt':
      'A letter.\n\nThey wrote that forty ships waited outside the ice for a week, which is true. He wrote that [t]he ice was thick.',
    'lines.txt': [
      'The council has now published all that important infor-',
      'mation about the state of the harbour, and the well-',
      'known mayor asked for two more health-',
      'care workers before the winter came to the is-',
      'Report of the Harbour Council  3 of 9',
      'lands of the north. Nobody answered him in the end, which was',
      'Report of the Harbour Council  4 of 9',
      'no surprise to those who know the mother-in-',
      'law of the treasurer.',
    ].join('\n'),
    'japanese.txt': '港は三月に凍った。四十隻の船が氷の外で一週間待っていた。',
  })
})

const placesOf = ({ verdict }: CheckedQuote): readonly (readonly [string, string])[] =>
  'places' in verdict ? verdict.places.map(({ quote }) => [quote.source, quote.exact]) : []

describe('a quotation is word for word', () => {
  it.each([
    ['as it stands', '“No pilot would go out to them.”', 'No pilot would go out to them'],
    ['within a sentence', '"pilot would go"', 'pilot would go'],
    ['of one word', 'a “pilot”', 'pilot'],
    ['with the first letter changed', '“no pilot would go”', 'No pilot would go'],
    ['with a bracketed first letter', '“[n]o pilot would go”', 'No pilot would go'],
    ['with other white space', '“No   pilot\nwould go”', 'No pilot would go'],
    [
      'with punctuation of the writer at the end',
      '“the harbour froze in March,” she said',
      'The harbour froze in March',
    ],
    ['with other quotation marks', "“The 20th ship, the 'Anna', was lost”", 'The 20th ship, the “Anna”, was lost'],
    ['with another dash', '“the well‑known fair”', 'the well-known fair'],
    ['across sentences', '“for a week. No pilot”', 'for a week. No pilot'],
    ['across paragraphs', '“go out to them. It thawed in May”', 'go out to them.\n\nIt thawed in May'],
    ['as a block quote', 'So:\n> It thawed in May.\n> The 20th ship', 'It thawed in May. The 20th ship'],
    [
      'without the marks of Markdown',
      '“The orchard yielded 412 tonnes of apples”',
      'The orchard yielded **412 tonnes** of apples',
    ],
    ['of text that writes marks apart', "“the harbour master can't say”", "the harbour master ca n't say"],
    [
      'with a possessive that is written apart',
      "“it is the harbour's oldest question,”",
      "it is the harbour 's oldest question",
    ],
    [
      'with a bracketed letter of the source itself',
      '«he wrote that [t]he ice [w]as thick»',
      'He wrote that [t]he ice was thick',
    ],
    ['of a word that a line break divides', '“important information about”', 'important infor-\nmation about'],
    [
      'of a word that a line break divides on both sides',
      '“all that important infor-\nmation about”',
      'all that important infor-\nmation about',
    ],
    ['of a hyphen of the word at a line’s end', '“the well-known mayor asked”', 'the well-\nknown mayor asked'],
    [
      'with the hyphen, where it may be of the word',
      '“two more health-care workers”',
      'two more health-\ncare workers',
    ],
    ['without it, where it may not be', '“two more healthcare workers”', 'two more health-\ncare workers'],
    ['of more than one hyphen', '“the mother-in-law of”', 'the mother-in-\nlaw of'],
    [
      'of a word that a page divides',
      '“came to the islands of the north”',
      'came to the is-\nReport of the Harbour Council  3 of 9\nlands of the north',
    ],
    [
      'across a page',
      '“in the end, which was no surprise”',
      'in the end, which was\nReport of the Harbour Council  4 of 9\nno surprise',
    ],
    ['in a script without spaces', '「船が氷の外で」', '船が氷の外で'],
  ])('%s', async (_, text, exact) => {
    const checked = await checker.soleQuotation(text)
    expect(checked.verdict.kind).toBe('verbatim')
    expect(placesOf(checked).map(([, words]) => words)).toContain(exact)
  })

  it.each([
    ['“The harbour froze … forty ships waited”', 'The harbour froze in March, and forty ships waited'],
    ['“The harbour froze ... forty ships waited”', 'The harbour froze in March, and forty ships waited'],
    ['“The harbour froze [...] Forty ships waited”', 'The harbour froze in March, and forty ships waited'],
    ['“The harbour froze in March […] No pilot would go … It thawed”', expect.stringMatching(/^The harbour.*thawed$/s)],
    ['“No pilot would go out to [the ships]. It thawed”', 'No pilot would go out to them.\n\nIt thawed'],
    ['“forty [Danish] ships waited”', 'forty ships waited'],
    [
      '“waited outside the ice for a week. [n]o pilot would go”',
      'waited outside the ice for a week. No pilot would go',
    ],
    ['“… forty ships waited …”', 'forty ships waited'],
  ])('with what is marked: %s', async (text, exact) => {
    const checked = await checker.soleQuotation(text)
    expect(checked.verdict.kind).toBe('verbatim')
    expect(placesOf(checked)).toContainEqual(['winter', exact])
  })

  it('in every source that has it, each once', async () => {
    const checked = await checker.soleQuotation('“forty ships waited outside the ice for a week”')
    expect(checked.verdict.kind).toBe('verbatim')
    expect(
      placesOf(checked)
        .map(([source]) => source)
        .sort(),
    ).toEqual(['copy', 'winter'])
  })

  it('with its citation', async () => {
    const { verdict } = await checker.soleQuotation('“Otto Brandt, retired in November”')
    expect(verdict).toMatchObject({ places: [{ citation: { source: 'orchard', locator: { section: ['Staff'] } } }] })
  })
})

describe('a quotation is nearly so', () => {
  it.each([
    [
      'another word',
      '“No captain would go out to them”',
      [
        ['missing', 'pilot '],
        ['added', 'captain '],
      ],
    ],
    ['a word more', '“No brave pilot would go out to them”', [['added', 'brave ']]],
    ['a word less', '“No pilot go out to them”', [['missing', 'would ']]],
    [
      'another first word',
      '“Every pilot would go out to them”',
      [
        ['missing', 'No '],
        ['added', 'Every '],
      ],
    ],
    [
      'another last word',
      '“No pilot would go out to Anna”',
      [
        ['missing', 'them'],
        ['added', 'Anna'],
      ],
    ],
    ['a word less before a bracketed letter', '“No pilot [g]o out to them”', [['missing', 'would ']]],
    ['a mark less', '“The harbour froze in March and forty ships waited”', [['missing', ', ']]],
    [
      'a word in capitals',
      '“No pilot would GO out to them”',
      [
        ['missing', 'go '],
        ['added', 'GO '],
      ],
    ],
    [
      'another number',
      '“she had carried 1,300 lanterns to the well-known fair”',
      [
        ['missing', '1,200 '],
        ['added', '1,300 '],
      ],
    ],
    [
      'other words in two places',
      '“No captain would go out to it”',
      [
        ['missing', 'pilot '],
        ['added', 'captain '],
        ['missing', 'them'],
        ['added', 'it'],
      ],
    ],
  ])('with %s, which is told', async (_, text, changes) => {
    const { verdict } = await checker.soleQuotation(text)
    expect(verdict.kind).toBe('nearly')
    if (verdict.kind !== 'nearly') return
    const { differences, places } = verdict
    expect(differences.filter(({ kind }) => kind !== 'same').map(({ kind, text: words }) => [kind, words])).toEqual(
      changes,
    )
    const [place] = places
    expect(place?.quote.source).toBe('winter')
    const ofSource = differences.filter(({ kind }) => kind !== 'added')
    expect(ofSource.map(({ text: words }) => words).join('')).toBe(place?.quote.exact)
  })

  it('with the source’s words as they are read, beside how they stand there', async () => {
    const { verdict } = await checker.soleQuotation(
      '“before the winter came to the islands of the south. Nobody answered me in the end”',
    )
    if (verdict.kind !== 'nearly') throw new Error(verdict.kind)
    const ofSource = verdict.differences.filter(({ kind }) => kind !== 'added')
    expect(ofSource.map(differenceRead).join('').replace(/\s+/g, ' ')).toBe(
      'before the winter came to the islands of the north. Nobody answered him in the end',
    )
    expect(ofSource.map(({ text }) => text).join('')).toContain('is-\nReport of the Harbour Council  3 of 9\nlands')
  })

  it.each([
    ['the treaty is dead', 'not'],
    ['the bill was carried', 'never'],
    ['the plan is ready', 'n’t'],
    ['We did sign it', 'not'],
    ['The pier is open to us', 'not yet'],
  ])('without what it denies, and that alone is told: “%s”', async (written, missing) => {
    const { soleQuotation } = await checkerOver({
      'a.txt':
        'Talks.\n\nMr. Ames said the treaty is not dead. To his relief the bill was never carried. He fears that the plan isn’t ready.',
      'b.txt': 'More talks.\n\nWe did not sign it. The pier is not yet open to us.',
    })
    const { verdict } = await soleQuotation(`“${written}”`)
    expect(verdict.kind).toBe('nearly')
    if (verdict.kind !== 'nearly') return
    expect(verdict.differences.flatMap(({ kind, text }) => (kind === 'same' ? [] : [[kind, text.trim()]]))).toEqual([
      ['missing', missing],
    ])
  })

  it('beside the source that writes it in the same capitals, whichever other one has the words as well', async () => {
    const state = 'an independent state called Green Island'
    const other = `It was to be ${state.toLowerCase()}, they wrote. ${state.toLowerCase()} it was.`
    const { soleQuotation } = await checkerOver({
      'a.txt': `A letter.\n\n${other}`,
      'b.txt': `A note.\n\nHe wanted ${state}.`,
    })
    const { verdict } = await soleQuotation('“some independent state called Green Island”')
    expect(verdict).toMatchObject({
      kind: 'nearly',
      places: [{ quote: { source: 'b' } }],
      differences: [
        { kind: 'missing', text: 'an ' },
        { kind: 'added', text: 'some ' },
        { kind: 'same', text: 'independent state called Green Island' },
      ],
    })
  })

  it('beside an omission, which is told apart', async () => {
    const { verdict } = await checker.soleQuotation(
      '“The harbour thawed in March … and forty ships waited … for a week”',
    )
    expect(verdict).toMatchObject({
      kind: 'nearly',
      differences: [
        { kind: 'same', text: 'The harbour ' },
        { kind: 'missing', text: 'froze ' },
        { kind: 'added', text: 'thawed ' },
        { kind: 'same', text: 'in March' },
        { kind: 'left-out', text: ', ' },
        { kind: 'same', text: 'and forty ships waited ' },
        { kind: 'left-out', text: 'outside the ice ' },
        { kind: 'same', text: 'for a week' },
      ],
    })
  })
})

describe('a quotation whose marks hide that the source denies it', () => {
  let denying: Checker
  beforeAll(async () => {
    denying = await checkerOver({
      'talks.txt': [
        'Talks.',
        'The treaty is not dead, said Mr. Ames. The landlord isn’t permitted to let the cellar. The house is by no means safe.',
        'The council has never, in all its years, raised the toll. Nobody on the board voted for the plan. It is not clear that the bridge will open. Das Tor ist nicht offen.',
      ].join('\n\n'),
      'court.txt': [
        'Court.',
        'The jury found him not guilty. The pool, which was not heated, closes in winter. The stall is not only cheap but also good for the town.',
        'He said he would not come, and that the others would. The mast fell in March. No pilot would go out. It was lifted in May. It is not a rule but a habit of the house.',
      ].join('\n\n'),
    })
  })

  it.each([
    ['the treaty is [now] dead', ['not'], 'The treaty is not dead'],
    ['the treaty is … dead', ['not'], 'The treaty is not dead'],
    ['the landlord is [...] permitted to let', ['n’t'], 'The landlord isn’t permitted to let'],
    ['the house is … safe', ['no'], 'The house is by no means safe'],
    ['The council has … raised the toll', ['never'], 'The council has never, in all its years, raised the toll'],
    ['[He was] permitted to let the cellar', ['n’t'], 'n’t permitted to let the cellar'],
    ['[The mayor] voted for the plan', ['Nobody'], 'Nobody on the board voted for the plan'],
    ['… the bridge will open', ['not'], 'not clear that the bridge will open'],
    ['the jury found him [guilty]', ['not'], 'The jury found him not'],
    ['Das Tor ist … offen', ['nicht'], 'Das Tor ist nicht offen'],
    ['the treaties is [now] dead, said Mr. Ames', ['not'], 'treaty is not dead, said Mr. Ames'],
  ])('is altered, and what they hide is told: “%s”', async (written, hidden, exact) => {
    const { verdict } = await denying.soleQuotation(`«${written}»`)
    expect(verdict).toMatchObject({ kind: 'altered', hidden })
    if (verdict.kind !== 'altered') return
    const { differences, places } = verdict
    expect(places[0]?.quote.exact).toContain(exact)
    const ofSource = differences.filter(({ kind }) => kind !== 'added').map(({ text }) => text)
    expect(ofSource.join('')).toBe(places[0]?.quote.exact)
    const missing = differences.flatMap(({ kind, text }) => (kind === 'missing' ? [text.trim()] : []))
    expect(missing).toEqual(expect.arrayContaining(hidden))
  })

  it.each([
    'the treaty is [not] dead',
    'The pool … closes in winter',
    'The stall is … good for the town',
    'He said … the others would',
    'The mast fell … It was lifted in May',
    'It is … a habit of the house',
  ])('is word for word where they hide none that bears on it: “%s”', async (written) => {
    expect((await denying.soleQuotation(`«${written}»`)).verdict.kind).toBe('verbatim')
  })

  it('is word for word when another source does not deny it', async () => {
    const { soleQuotation } = await checkerOver({
      'a.txt': 'Talks.\n\nThe treaty is not dead, said Mr. Ames.',
      'b.txt': 'News.\n\nThe treaty is quite dead, said Mr. Orr.',
    })
    const checked = await soleQuotation('“the treaty is … dead”')
    expect(checked.verdict.kind).toBe('verbatim')
    expect(placesOf(checked)).toEqual([['b', 'The treaty is quite dead']])
  })
})

describe('a quotation is not found', () => {
  it.each([
    ['that nobody wrote', '“Zebras graze on the moon at night”'],
    ['of words of the library in another order', '“ships the froze ice March waited harbour pilot”'],
    ['of a few common words and one that is there', '“and so it was that the harbour of old is what we have to see”'],
    ['of two words that never meet', '“lanterns froze”'],
    ['that is put together from two sources', '“forty ships waited outside the orchard that yielded apples in autumn”'],
    ['across a heading', '“dried out by the end of July. Three pickers were hired”'],
    ['of a heading', '“Annual Report on the Orchard”'],
    ['of boilerplate', '“Ten beaches to visit this summer”'],
    ['that leaves out more than an omission may', '“Repairs to the pool … since 1974 … Bakery wins”'],
  ])('%s', async (_, text) => {
    expect((await checker.soleQuotation(text)).verdict).toEqual({ kind: 'not-found' })
  })

  it('and is not looked up where all its words stand everywhere', async () => {
    expect((await checker.soleQuotation('“it was” nice')).verdict).toEqual({ kind: 'too-common' })
  })
})

it('two words that stand in more places than are looked through are not said to be nowhere', async () => {
  const repeated = Object.fromEntries(
    Array.from({ length: 450 }, (_, at) => [
      `p${at}.txt`,
      `Port ${at}.\n\nThe harbour is here and the pilot is there.`,
    ]),
  )
  const { soleQuotation } = await checkerOver({ ...repeated, 'other.txt': 'A letter.\n\nHe is the harbour pilot.' })
  expect((await soleQuotation('“pilot harbour”')).verdict).toEqual({ kind: 'too-common' })
  expect((await soleQuotation('“harbour zebra”')).verdict).toEqual({ kind: 'not-found' })
  expect((await soleQuotation('“letter harbour”')).verdict).toEqual({ kind: 'not-found' })
  expect((await soleQuotation('“harbour pilot”')).verdict.kind).toBe('verbatim')
})

describe('a text', () => {
  it('has its quotations in order, and says against how much they were checked', async () => {
    const check = await checker.check('“No pilot” and “zebras” and “it thawed in May”.')
    expect(check.quotes.map(({ written, verdict }) => [written, verdict.kind])).toEqual([
      ['No pilot', 'verbatim'],
      ['zebras', 'not-found'],
      ['it thawed in May', 'verbatim'],
    ])
    expect(check).toMatchObject({ left: 0, searched: checker.sources.length })
  })

  it('without quotation marks has none', async () => {
    expect((await checker.check("We don't quote.")).quotes).toEqual([])
    expect((await checker.check('')).quotes).toEqual([])
    expect((await checker.check('“[sic]” and “[…]”')).quotes).toEqual([])
  })

  it('with very many says how many are left', async () => {
    const { quotes, left } = await checker.check('“No pilot” '.repeat(50))
    expect(quotes).toHaveLength(20)
    expect(left).toBe(30)
  })
})

describe('two halves of what somebody said, joined over who said it', () => {
  // Known to be told wrongly: whoever mends it turns `it.fails` into `it`.
  it.fails.each([
    [
      '“We sold the house in May,” the clerk said on Tuesday, “and moved to the coast with our dogs.”',
      'We sold the house in May and moved to the coast with our dogs',
    ],
    [
      '“The pier will open,” Ada Pask told reporters on Friday. “It will be painted green.”',
      'The pier will open. It will be painted green.',
    ],
  ])('blames no word: %s', async (text, written) => {
    const { soleQuotation } = await checkerOver({ 'a.txt': `News.\n\n${text}` })
    const { verdict } = await soleQuotation(`«${written}»`)
    expect(verdict.kind).toBe('nearly')
    expect('differences' in verdict && verdict.differences.map(({ kind }) => kind)).toEqual([
      'same',
      'left-out',
      'same',
    ])
  })
})

describe('a library in several languages', () => {
  const german = [
    'Der Hof hat in diesem Jahr die alten Stallgebäude verkauft, und die neuen Mieter ziehen im Sommer ein.',
    'Viele Höfe im Tal haben ihre Wiesen an die Gemeinde gegeben, weil niemand mehr das Heu machen will.',
  ].join('\n\n')

  it.each([
    ['“die neuen Mieter ziehen im Sommer ein”', 'verbatim'],
    ['„Viele Höfe im Tal haben ihre Wiesen“', 'verbatim'],
    // No word stands as it stands there.
    ['„Der Höfe im Täler hatten ihrer Wiese“', 'not-found'],
    ['“the harbour froze in March”', 'verbatim'],
  ])('is searched by the words of each for %s', async (text, kind) => {
    const { soleQuotation } = await checkerOver({
      'hof.txt': german,
      'winter.txt': 'So the harbour froze in March, and early.',
    })
    expect((await soleQuotation(text)).verdict.kind).toBe(kind)
  })

  it('has nearly what is quoted with its words in other forms', async () => {
    const { soleQuotation } = await checkerOver({
      'hof.txt': german,
      ...Object.fromEntries(
        Array.from({ length: 25 }, (_, n) => [`w${n}.txt`, `The ${n} Hofe and the Talen sold a Wiese to nobody.`]),
      ),
    })
    const { verdict } = await soleQuotation('„Viele Höfen im Tale haben ihre Wiese an die Gemeinden gegeben“')
    expect(verdict.kind).toBe('nearly')
  })
})
