import { createHash } from 'node:crypto'
import type { BibliographicRecord } from '../../src/domain/bibliography.ts'
import type { Message } from '../../src/domain/message.ts'
import { type Paragraph, type Run, type Source, sourceId } from '../../src/domain/source.ts'

const nothingKnown: BibliographicRecord = {
  title: null,
  author: [],
  publisher: null,
  issued: null,
  issuedKind: null,
  URL: null,
}

type Given = {
  readonly id?: string
  readonly text: string
  readonly record?: Partial<BibliographicRecord>
  readonly dateline?: string
  readonly language?: string | null
  readonly warnings?: readonly Message[]
  /** Changes to the paragraph of that number. */
  readonly paragraph?: (number: number) => Partial<Paragraph>
  /** Text of the runs that are not body, with the rule. Paragraphs that hold one are not body. */
  readonly boilerplate?: readonly { readonly text: string; readonly rule: string }[]
}

/** A source without extraction: paragraphs stand between blank lines, sentences end at a full stop, `?` or `!`. */
export const plainSource = ({
  id = 'plain',
  text,
  record = {},
  dateline,
  language = 'en',
  warnings = [],
  paragraph,
  boilerplate = [],
}: Given): Source => {
  const blocks = [...text.matchAll(/\S(?:(?!\n\n).)*/gs)].map((match) => {
    const words = match[0].trimEnd()
    return { start: match.index, end: match.index + words.length, words }
  })
  const runs: Run[] = []
  const paragraphs: Paragraph[] = []
  for (const { start, end, words } of blocks) {
    const left = boilerplate.find((run) => run.text === words)
    runs.push(left ? { start, end, kind: 'boilerplate', rule: left.rule } : { start, end, kind: 'body' })
    if (left) continue
    const sentences = [...words.matchAll(/[^\s.?!](?:[^.?!]|[.?!](?!\s|$))*[.?!]*/g)].map((match) => ({
      start: start + match.index,
      end: start + match.index + match[0].trimEnd().length,
    }))
    const number = paragraphs.length + 1
    const plain = { number, start, end, section: [], role: 'prose', speaker: null, answers: null, sentences } as const
    paragraphs.push({ ...plain, ...paragraph?.(number) })
  }
  const opening = text.trim().split(/\s+/).slice(0, 6).join(' ')
  return {
    id: sourceId(id),
    text,
    version: createHash('sha256').update(`${id}\n${text}`).digest('hex').slice(0, 12),
    record: { ...nothingKnown, ...record },
    titleShown: record.title ?? `${opening} …`,
    titleIsDerived: record.title === undefined || record.title === null,
    dateline: dateline ?? null,
    language,
    paragraphs,
    runs,
    places: [],
    origin: { path: `${id}.txt`, bytes: Buffer.byteLength(text), sha256: 'ab'.repeat(32), encoding: 'utf-8', warnings },
  }
}

/** The span of `words` in a source that has them. */
export const spanOf = (source: Source, words: string) => {
  const start = source.text.indexOf(words)
  if (start < 0) throw new Error(`${source.id} has no “${words}”`)
  return { start, end: start + words.length }
}
