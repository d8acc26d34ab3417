import { PassThrough, Readable } from 'node:stream'
import ask from '../../commands/ask.ts'
import checkQuotes from '../../commands/check-quotes.ts'
import cite from '../../commands/cite.ts'
import context from '../../commands/context.ts'
import findSources from '../../commands/find-sources.ts'
import help from '../../commands/help.ts'
import sources from '../../commands/sources.ts'
import summarise from '../../commands/summarise.ts'
import { citationOf } from '../../src/citation/citation.ts'
import { contextOf } from '../../src/citation/context-of.ts'
import { resolveQuoteId } from '../../src/citation/quote-id.ts'
import { formatReference } from '../../src/citation/reference.ts'
import type { Command } from '../../src/command.ts'
import { QuothError } from '../../src/domain/error.ts'
import { msg } from '../../src/domain/message.ts'
import { quoteFrom } from '../../src/domain/quote.ts'
import type { Source } from '../../src/domain/source.ts'
import { cardOf } from '../../src/domain/source-card.ts'
import type { Quoth } from '../../src/quoth.ts'
import { summarise as summariseSource } from '../../src/summary/summarise.ts'
import type { Program, Tool } from '../../src/surfaces/terminal/program.ts'
import { runTerminal } from '../../src/surfaces/terminal/run-terminal.ts'
import { fakeChecking } from './fake-checking.ts'
import { plainSource, spanOf } from './plain-source.ts'

export const commands: readonly Command[] = [ask, summarise, sources, cite, context, findSources, checkQuotes, help]

export const winter = plainSource({
  id: 'papers/winter',
  text: 'The harbour froze in March. Forty ships waited outside the ice for a week, and no pilot would go out to them.\n\nRead more\n\nIt thawed in May.',
  record: {
    title: 'A Hard Winter',
    author: [{ family: 'Berg', given: 'Anna' }],
    publisher: 'Harbour Post',
    issued: '1987-02-26',
    issuedKind: 'updated',
  },
  dateline: 'Oslo',
  boilerplate: [{ text: 'Read more', rule: 'call-to-action' }],
  warnings: [msg`Decoded as windows-1252.`],
})

/** Text that would clear a screen, turn its reading order round, and rename its window. */
export const hostile = plainSource({
  id: 'hostile',
  text: 'Ice\u001b[2J is \u202Ecold\u0007 and \u009b31mred\u200B.\n\n\u001b]0;owned\u0007',
  record: { title: 'Ti\u001b[31mtle\nER  - ' },
})

/** A Quoth that answers a question with the first sentence of the source that the question names a word of. */
export const fakeQuoth = (library: readonly Source[] = [winter, hostile]): Quoth => {
  const named = (name: string): Source => {
    const found = library.find(({ id, titleShown }) => id === name || titleShown === name)
    if (found === undefined)
      throw new QuothError('unknown-source', `There is no source “${name}”.`, [library[0]?.id ?? ''])
    return found
  }
  const ask: Quoth['ask'] = async (question, options = {}) => {
    if (question.includes('defect')) throw new TypeError('a defect in the fake')
    if (question.length > 6000) throw new QuothError('bad-argument', 'The question is too long.')
    const among = options.source === undefined ? library : [named(options.source)]
    const common = { question, unknownTerms: question.includes('zebra') ? ['zebra'] : [], notes: [msg`A note.`] }
    const found = among.find(({ text }) => question.split(/\W+/).some((word) => word.length > 2 && text.includes(word)))
    const thawed = spanOf(winter, 'It thawed in May.')
    const nearest =
      among.length === 0 ? [] : [{ quote: quoteFrom(winter, thawed), citation: citationOf(winter, thawed) }]
    if (found === undefined)
      return { ...common, kind: 'silent', confidence: 0.1, quotes: [], nearest, searched: among.length }
    const spans = found.paragraphs.flatMap(({ sentences: own }) => own).slice(0, options.quotes ?? 3)
    const quotes = spans.map((span, at) => ({
      rank: at + 1,
      quote: quoteFrom(found, span),
      score: 10 - at,
      citation: citationOf(found, span),
    }))
    return { ...common, kind: 'quoted', confidence: 0.9, quotes, more: 0, nearest: [], searched: among.length }
  }
  return {
    ask,
    ...fakeChecking(library, ask, citationOf),
    relatives: async () => [],
    summarise: async (source, { sentences = 4 } = {}) => summariseSource(named(source), sentences, citationOf),
    cite: async (id, style = 'plain') => {
      const { source, span } = resolveQuoteId(id, library)
      const citation = citationOf(source, span)
      const reference = formatReference(citation, source, style)
      return { quote: quoteFrom(source, span), citation, style, reference, inText: null }
    },
    context: async (id, paragraph) => {
      const { source, span } = resolveQuoteId(id, library)
      return contextOf(source, span, paragraph, citationOf)
    },
    unread: () => 0,
    meaning: async () => null,
    size: async () => library.length,
    sources: async () => ({
      cards: library.map(cardOf),
      from: 0,
      of: library.length,
      refusals: [{ path: 'broken.txt', reason: msg`It is no text.` }],
    }),
    source: async (name) => ({ card: cardOf(named(name)), source: named(name) }),
    suggestSources: async (typed, limit) =>
      library
        .filter(({ id, titleShown }) => `${id} ${titleShown}`.toLowerCase().includes(typed.toLowerCase()))
        .slice(0, limit)
        .map(({ id, titleShown, record: { publisher, issued } }) => ({ id, title: titleShown, publisher, issued })),
  }
}

const register: Tool = {
  name: 'register',
  description: 'Tell Discord of the commands',
  options: {
    guild: { type: 'string', description: 'For this guild alone' },
    'dry-run': { type: 'boolean', description: 'Only say what would change' },
  },
  run: async (args, { terminal, json }) => {
    terminal.stdout.write(`${JSON.stringify({ args, json })}\n`)
    return 78
  },
}

type Setting = {
  readonly stdin?: string | Readable
  readonly isTTY?: boolean
  readonly columns?: number
  readonly env?: { readonly [name: string]: string }
  readonly quoth?: Quoth
  /** How long the library takes to load, in milliseconds. */
  readonly loading?: number
}

export type Finished = {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  /** The folders that were opened as libraries; undefined for the one of the settings. */
  readonly opened: readonly (string | undefined)[]
  readonly closed: number
}

/** A stream that collects what is written to it. */
export const screen = (isTTY = false, columns = 80) => {
  const written: string[] = []
  const stream = Object.assign(new PassThrough(), { isTTY, columns })
  stream.on('data', (chunk: Buffer) => written.push(chunk.toString()))
  return { stream, text: () => written.join('') }
}

/** Runs the terminal program in this process, over the fake. */
export const runQuoth = async (argv: readonly string[], setting: Setting = {}): Promise<Finished> => {
  const { stdin = '', isTTY = false, columns = 80, env = {}, quoth = fakeQuoth(), loading = 0 } = setting
  const out = screen(isTTY, columns)
  const err = screen(isTTY, columns)
  const opened: (string | undefined)[] = []
  let closed = 0
  const program: Program = {
    commands,
    tools: [register],
    version: '9.8.7',
    open: async ({ library }) => {
      opened.push(library)
      await new Promise((resolve) => setTimeout(resolve, loading))
      return {
        quoth,
        close: async () => {
          closed += 1
        },
      }
    },
  }
  const input = typeof stdin === 'string' ? Readable.from(stdin === '' ? [] : [stdin]) : stdin
  const code = await runTerminal(argv, program, {
    stdin: Object.assign(input, { isTTY }),
    stdout: out.stream,
    stderr: err.stream,
    env,
  })
  await new Promise((resolve) => setImmediate(resolve))
  return { code, stdout: out.text(), stderr: err.text(), opened, closed }
}
