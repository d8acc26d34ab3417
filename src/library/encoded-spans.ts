import type { Paragraph, Run, RunKind, Source } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import { varintReader, varintWriter } from './varints.ts'

/** The strings that runs and paragraphs refer to, each once. */
export type SpanNames = {
  /** Kinds, rules, roles and speakers. */
  readonly names: readonly string[]
  readonly sections: readonly (readonly string[])[]
}

/** Where things stand in a text: mostly distances from one to the next, which are small numbers. */
export type EncodedSpans = SpanNames & { readonly bytes: Uint8Array }

/** Numbers its entries in the order of their first use. */
const createTable = <T>(keyOf: (value: T) => string) => {
  const places = new Map<string, number>()
  const values: T[] = []
  return {
    values,
    placeOf(value: T): number {
      const key = keyOf(value)
      const place = places.get(key) ?? values.push(value) - 1
      places.set(key, place)
      return place
    },
  }
}

/** The runs and paragraphs of a source as bytes; the runs stand first, so that they can be read alone. */
export const encodeSpans = ({ runs, paragraphs }: Pick<Source, 'runs' | 'paragraphs'>): EncodedSpans => {
  const { write, bytes } = varintWriter()
  const names = createTable((name: string) => name)
  const sections = createTable((section: readonly string[]) => JSON.stringify(section))
  let cursor = 0
  const move = (to: number): void => {
    write(to - cursor)
    cursor = to
  }
  const writeName = (name: string | null | undefined): void =>
    write(name === null || name === undefined ? 0 : names.placeOf(name) + 1)
  const writeSpan = ({ start, end }: Span): void => {
    move(start)
    move(end)
  }

  write(runs.length)
  for (const run of runs) {
    writeSpan(run)
    writeName(run.kind)
    writeName(run.rule)
  }
  cursor = 0
  write(paragraphs.length)
  paragraphs.forEach(({ start, end, number, section, role, speaker, answers, sentences }, index) => {
    move(start)
    write(number - index)
    write(sections.placeOf(section))
    writeName(role)
    writeName(speaker)
    write(answers === null ? 0 : 1)
    if (answers !== null) {
      write(answers.start - start)
      write(answers.end - start)
    }
    write(sentences.length)
    for (const sentence of sentences) writeSpan(sentence)
    move(end)
  })
  return { bytes: bytes(), names: names.values, sections: sections.values }
}

/** Reads what `encodeSpans` wrote: `runs` first, and then, if they are wanted, `paragraphs`. */
export const spansReader = (bytes: Uint8Array, { names, sections }: SpanNames) => {
  const read = varintReader(bytes)
  let cursor = 0
  const move = (): number => {
    cursor += read()
    return cursor
  }
  const readSpan = (): Span => ({ start: move(), end: move() })
  const readName = (): string | null => {
    const place = read()
    return place === 0 ? null : (names[place - 1] ?? null)
  }
  const readMany = <T>(readOne: (index: number) => T): readonly T[] => {
    const count = read()
    const all: T[] = []
    for (let index = 0; index < count; index += 1) all.push(readOne(index))
    return all
  }

  const readRun = (): Run => {
    const span = readSpan()
    const kind = readName() as RunKind
    const rule = readName()
    return rule === null ? { ...span, kind } : { ...span, kind, rule }
  }
  const readParagraph = (index: number): Paragraph => {
    const start = move()
    const number = index + read()
    const section = sections[read()] ?? []
    const role = readName() as Paragraph['role']
    const speaker = readName()
    const answers = read() === 0 ? null : { start: start + read(), end: start + read() }
    const sentences = readMany(readSpan)
    return { start, end: move(), number, section, role, speaker, answers, sentences }
  }

  return {
    runs: (): readonly Run[] => readMany(readRun),
    paragraphs(): readonly Paragraph[] {
      cursor = 0
      return readMany(readParagraph)
    },
  }
}
