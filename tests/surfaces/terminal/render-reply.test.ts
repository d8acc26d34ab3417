import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { citationOf } from '../../../src/citation/citation.ts'
import { quoteFrom } from '../../../src/domain/quote.ts'
import { wrap } from '../../../src/surfaces/terminal/page.ts'
import { visible, visibleJson } from '../../../src/surfaces/terminal/visible.ts'
import { plainSource } from '../../support/plain-source.ts'
import { fakeQuoth, hostile, runQuoth, winter } from '../../support/terminal-quoth.ts'

const esc = String.fromCharCode(27)
const drivesTerminal = /(?![\n\t])\p{Cc}|[\u202A-\u202E\u2066-\u2069\u200B\u200E\u200F\uFEFF]/u

describe('an answer as text', () => {
  it('has the question, each quote whole with its citation and id, and what is noted', async () => {
    const { stdout } = await runQuoth(['ask', 'harbour', '--quotes', '1'])
    const { quotes } = await fakeQuoth().ask('harbour', { quotes: 1 })
    expect(stdout).toBe(
      [
        'harbour',
        '1 quote from 1 source.',
        'A note.',
        '',
        '1 │ The harbour froze in March.',
        '  Anna Berg, “A Hard Winter”, Harbour Post, updated 26 February 1987, ¶ 1',
        `  ${quotes[0]?.citation.id}`,
        '',
      ].join('\n'),
    )
  })

  it('names where else a quote stands, each place on a line, and how many stories the sources tell', async () => {
    const quoth = fakeQuoth()
    const ask: typeof quoth.ask = async (...given) => {
      const answer = await quoth.ask(...given)
      if (answer.kind === 'silent') throw new Error('it has quotes')
      const [first, second] = answer.quotes
      if (first === undefined || second === undefined) throw new Error('it has two quotes')
      const alsoIn = [
        { ...second, isSame: true },
        { ...second, isSame: false },
      ]
      return { ...answer, quotes: [{ ...first, alsoIn }, second], origins: 1 }
    }
    const { stdout } = await runQuoth(['ask', 'harbour'], { quoth: { ...quoth, ask } })
    expect(stdout).toMatch(/^2 quotes from \d sources? that tell one story\.$/m)
    expect(stdout).toMatch(/^ {2}Also in: Anna Berg, .+\n {2}Nearly so in: Anna Berg, /m)
  })

  it('wraps to the width of a terminal, every word unchanged and in order', async () => {
    const { stdout } = await runQuoth(['ask', 'harbour'], { isTTY: true, columns: 40, env: { NO_COLOR: '1' } })
    const lines = stdout.split('\n')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40)
    const second = lines.slice(lines.findIndex((line) => line.startsWith('2 │')))
    const quoted = second.slice(
      0,
      second.findIndex((line) => !line.includes('│')),
    )
    expect(quoted.length).toBeGreaterThan(1)
    const words = quoted.map((line) => line.replace(/^. │ /, '')).join(' ')
    expect(words).toBe('Forty ships waited outside the ice for a week, and no pilot would go out to them.')
  })

  it('says of a silence what was searched, what no source has, and what is nearest', async () => {
    const { stdout } = await runQuoth(['ask', 'zebra'])
    expect(stdout).toContain('Searched 2 sources. No source has “zebra”.\nA note.\n')
    expect(stdout).toMatch(
      /\nThe library does not say this in these words\. Closest, which may or may not answer:\n\n1 │ It thawed in May\.\n {2}Anna Berg, “A Hard Winter”/,
    )
  })

  it('says that there was nothing to search', async () => {
    const { stdout, code } = await runQuoth(['ask', 'zebra'], { quoth: fakeQuoth([]) })
    expect(stdout).toContain('The library does not say.\nThere are no sources to search.')
    expect(code).toBe(2)
  })
})

describe('a summary as text', () => {
  it('has a mark wherever words are left out between two sentences', async () => {
    const text = 'The harbour froze.\n\nForty ships waited. Nobody came. The ice broke in May.'
    const source = plainSource({ id: 'ice', text })
    const [first, second, , fourth] = source.paragraphs.flatMap(({ sentences }) => sentences)
    const quoth = {
      ...fakeQuoth([source]),
      summarise: async () => ({
        source: source.id,
        titleShown: 'Ice',
        titleIsDerived: false,
        sentences: [first, second, fourth].flatMap((span) =>
          span ? [{ quote: quoteFrom(source, span), citation: citationOf(source, span) }] : [],
        ),
        of: 4,
      }),
    }
    const { stdout } = await runQuoth(['summarise', 'ice'], { quoth })
    expect(stdout.split('\n').filter((line) => /│|\[…\]/.test(line))).toEqual([
      '1 │ The harbour froze.',
      '2 │ Forty ships waited.',
      '[…]',
      '3 │ The ice broke in May.',
    ])
  })
})

describe('other replies as text', () => {
  it('list the sources with what is not stated, and what was not read', async () => {
    const { stdout } = await runQuoth(['sources'])
    expect(stdout).toContain(
      'papers/winter\n  A Hard Winter · Anna Berg · Harbour Post · updated 1987-02-26\n  2 paragraphs, 3 sentences,',
    )
    expect(stdout).toContain('not stated: author, publisher, issued')
    expect(stdout).toContain('Not read:\n  broken.txt: It is no text.')
  })

  it('show of a source what is known, what is missing, and what was left out by which rule', async () => {
    const { stdout } = await runQuoth(['sources', 'show', 'papers/winter'])
    for (const line of ['  title       A Hard Winter', '  dateline    Oslo', '  warning     Decoded as windows-1252.'])
      expect(stdout.split('\n')).toContain(line)
    const start = winter.text.indexOf('Read more')
    expect(stdout).toContain(`Neither indexed nor quoted:\n  [${start}, ${start + 9})  call-to-action  Read more\n`)
    expect((await runQuoth(['sources', 'show', 'hostile'])).stdout).toMatch(/not stated {2}author, publisher, issued/)
  })

  it('show the line below a headline, which is never quoted, with the record', async () => {
    const plain = plainSource({ id: 'deck', text: 'The Evening Paper\n\nIt rained.' })
    const runs = [{ start: 0, end: 17, kind: 'heading', rule: 'deck' } as const, ...plain.runs.slice(1)]
    const { stdout } = await runQuoth(['sources', 'show', 'deck'], { quoth: fakeQuoth([{ ...plain, runs }]) })
    expect(stdout).toContain('never quoted:\n  [0, 17)  deck  The Evening Paper\n')
  })

  it('show of a run that was left out every word, however long, in lines that fit', async () => {
    const links = Array.from({ length: 60 }, (_, n) => `link${n}`).join(' ')
    const source = plainSource({
      id: 'long',
      text: `It rained.\n\n${links}`,
      boilerplate: [{ text: links, rule: 'link-list' }],
    })
    const argv = ['sources', 'show', 'long']
    const { stdout } = await runQuoth(argv, { quoth: fakeQuoth([source]) })
    expect(stdout).toContain(`)  link-list  ${links}\n`)
    const narrow = await runQuoth(argv, {
      quoth: fakeQuoth([source]),
      isTTY: true,
      columns: 40,
      env: { NO_COLOR: '1' },
    })
    expect(narrow.stdout.replace(/\s+/g, ' ')).toContain(`link-list ${links}`)
    expect(Math.max(...narrow.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(40)
  })

  it('summarise with the number of sentences chosen of all', async () => {
    const { stdout } = await runQuoth(['summarise', 'papers/winter', '--sentences', '2'])
    expect(stdout).toContain(
      'A Hard Winter\n2 of 3 sentences of papers/winter, unchanged, in original order\n\n1 │ The harbour',
    )
  })

  it('cite with the reference and nothing else, for a file or the clipboard', async () => {
    const { quotes } = await fakeQuoth().ask('harbour')
    const { stdout } = await runQuoth(['cite', quotes[0]?.citation.id ?? '', '--style', 'mla'])
    expect(stdout).toBe('Berg, Anna. “A Hard Winter.” Harbour Post, updated 26 Feb. 1987.\n')
  })
})

describe('colour', () => {
  const coloured = async (isTTY: boolean, env: { readonly [name: string]: string }): Promise<boolean> =>
    (await runQuoth(['ask', 'harbour'], { isTTY, env })).stdout.includes(esc)

  it.each([
    [true, {}, true],
    [false, {}, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [true, { TERM: 'dumb' }, false],
    [false, { FORCE_COLOR: '1' }, true],
    [true, { FORCE_COLOR: '0' }, false],
    [false, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
  ])('with a terminal %j and %j is %j', async (isTTY, env, expected) => {
    expect(await coloured(isTTY, env)).toBe(expected)
  })

  it('never touches the words of a quote', async () => {
    const { stdout } = await runQuoth(['ask', 'harbour'], { env: { FORCE_COLOR: '1' } })
    expect(stdout).toContain('\n1 │ The harbour froze in March.\n')
  })
})

describe('hostile text', () => {
  it.each([
    [['ask', `cold ${esc}[2J\u202E`]],
    [['ask', `zebra${esc}]0;x\u0007`]],
    [['sources']],
    [['sources', 'show', 'hostile']],
    [['summarise', 'hostile']],
    [['summarise', `no${esc}[2Jwhere`]],
    [[`fro${esc}[2Jb`]],
    [['ask', `--${esc}[2J`]],
  ])('of a document or a person cannot drive the terminal in %j', async (argv) => {
    const { stdout, stderr } = await runQuoth(argv)
    expect(stdout + stderr).not.toMatch(drivesTerminal)
    expect(stdout + stderr).toMatch(/\n$/)
  })

  it('is shown with visible marks in the place of what a terminal would obey', async () => {
    const { stdout } = await runQuoth(['ask', 'cold'])
    expect(stdout).toContain('1 │ Ice␛[2J is ⟨U+202E⟩cold␇ and ⟨U+009B⟩31mred⟨U+200B⟩.')
    expect(visible('a\u007fb\tc\nd')).toBe('a␡b\tc\nd')
  })

  it('cannot add a line to a list', async () => {
    const { stdout } = await runQuoth(['sources'], { quoth: fakeQuoth([hostile]) })
    expect(stdout.split('\n').filter((line) => line.startsWith('ER'))).toEqual([])
  })

  it('leaves what scripts and emoji need: joiners, soft hyphens, marks', () => {
    const text = '👩‍🚀 می‌خواهم co\u00ADoperate e\u0301 日本'
    expect(visible(text)).toBe(text)
  })

  it('is the same value in JSON, whatever it is, and harmless there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const json = visibleJson({ text })
        expect(JSON.parse(json)).toEqual({ text })
        expect(json).not.toMatch(/\p{Cc}|[\u202A-\u202E\u2066-\u2069\u2028]/u)
      }),
    )
  })
})

describe('wrap', () => {
  it('gives the text back when its lines are joined, in lines that fit unless one word is longer', () => {
    const texts = fc.array(fc.stringMatching(/^[a-z日🚀]{0,12}$/u), { maxLength: 30 })
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 30 }), (words, width) => {
        const text = words.join(' ')
        const lines = wrap(text, width)
        expect(lines.join(' ')).toBe(text)
        for (const line of lines) expect(line.length <= width || !line.includes(' ')).toBe(true)
      }),
    )
  })

  it('counts two columns for wide characters and keeps the breaks of the text', () => {
    expect(wrap('日本 日本', 8)).toEqual(['日本', '日本'])
    expect(wrap('日本 日本', 9)).toEqual(['日本 日本'])
    expect(wrap('a\n\nb', 20)).toEqual(['a', '', 'b'])
  })

  it('makes its segmenter when a word first needs one, and only then', async () => {
    let made = 0
    class Counting extends Intl.Segmenter {
      constructor(...given: ConstructorParameters<typeof Intl.Segmenter>) {
        super(...given)
        made += 1
      }
    }
    vi.stubGlobal('Intl', { PluralRules: Intl.PluralRules, Segmenter: Counting })
    vi.resetModules()
    const fresh = await import('../../../src/surfaces/terminal/page.ts')
    fresh.wrap('plain words', 5)
    expect(made).toBe(0)
    fresh.wrap('日本 日本', 5)
    expect(made).toBe(1)
    vi.unstubAllGlobals()
  })
})
