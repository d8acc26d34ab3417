import type { Origin, Paragraph, Place, PlaceLabel, Run, RunKind, Source, SourceId } from '../domain/source.ts'
import { cardOf, type SourceCard } from '../domain/source-card.ts'
import type { Span } from '../domain/span.ts'
import { type CitationKeys, citationKeys } from './citation-keys.ts'

/** Writes whole numbers in as few bytes as each needs. */
type VarintWriter = {
  /** @param value a whole number from -2^31 to 2^31 - 1 */
  write(value: number): void
  bytes(): Uint8Array
}

/**
 * LEB128 with zigzag: seven bits a byte, the highest bit says that another byte follows, the lowest bit is the sign.
 */
const varintWriter = (): VarintWriter => {
  let bytes = new Uint8Array(256)
  let length = 0
  return {
    write(value) {
      if (length + 5 > bytes.length) {
        const larger = new Uint8Array(bytes.length * 2)
        larger.set(bytes)
        bytes = larger
      }
      let rest = ((value << 1) ^ (value >> 31)) >>> 0
      while (rest > 0x7f) {
        bytes[length++] = (rest & 0x7f) | 0x80
        rest >>>= 7
      }
      bytes[length++] = rest
    },
    bytes: () => bytes.subarray(0, length),
  }
}

/** Returns, call by call, the numbers that a `VarintWriter` wrote. */
const varintReader = (bytes: Uint8Array): (() => number) => {
  let at = 0
  return () => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]
      if (byte === undefined) throw new RangeError('The encoded numbers end too early')
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) return (value >>> 1) ^ -(value & 1)
    }
  }
}

/** The strings that runs and paragraphs refer to, each once. */
type SpanNames = {
  /** Kinds, rules, roles and speakers. */
  readonly names: readonly string[]
  readonly sections: readonly (readonly string[])[]
}

/** Spans as bytes: mostly distances from one to the next, which are small numbers. */
type EncodedSpans = SpanNames & { readonly bytes: Uint8Array }

/** Numbers values in the order of their first use. */
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

/** What of a source is spans. */
type Spans = Pick<Source, 'runs' | 'paragraphs' | 'places'>

/** Encodes runs, paragraphs and places; the runs come first, so that they can be read alone. */
const encodeSpans = ({ runs, paragraphs, places }: Spans): EncodedSpans => {
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
  cursor = 0
  write(places.length)
  let before = 0
  for (const { start, label, value, ocr } of places) {
    move(start)
    writeName(label)
    write(ocr === undefined ? 0 : ocr + 1)
    write(value - before)
    before = value
  }
  return { bytes: bytes(), names: names.values, sections: sections.values }
}

/** Reads what `encodeSpans` wrote: call `runs` first, and then, if needed, `paragraphs` and `places`. */
const spansReader = (bytes: Uint8Array, { names, sections }: SpanNames) => {
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

  let value = 0
  const readPlace = (): Place => {
    const start = move()
    const label = readName() as PlaceLabel
    const ocr = read()
    value += read()
    return ocr === 0 ? { start, label, value } : { start, label, value, ocr: ocr - 1 }
  }

  return {
    runs: (): readonly Run[] => readMany(readRun),
    paragraphs(): readonly Paragraph[] {
      cursor = 0
      return readMany(readParagraph)
    },
    places(): readonly Place[] {
      cursor = 0
      return readMany(readPlace)
    },
  }
}

/**
 * A source as bytes: they take a fifth of the memory of its objects, cross threads without a copy, and go into a
 * snapshot. `decodeSource` returns a source that is equal in every field.
 */
export type EncodedSource = {
  readonly id: SourceId
  readonly version: string
  readonly keys: CitationKeys
  readonly bytes: Uint8Array
}

/** Everything except text and spans, written as JSON. */
type Head = Omit<SourceCard, 'boilerplate'> &
  SpanNames & {
    readonly origin: Omit<Origin, 'path' | 'warnings'>
    readonly textEncoding: 'utf8' | 'utf16le'
  }

// Layout: the lengths of head and spans, 32 bits each, then head, spans and text.
const headStart = 8

/** UTF-8 cannot encode half a surrogate pair, which a text may contain. */
const hasLoneSurrogate = (text: string): boolean => /\p{Surrogate}/u.test(text)

/**
 * @param source any source
 * @returns its id, version and bytes
 */
export const encodeSource = (source: Source): EncodedSource => {
  const { id, version, text, origin } = source
  const { boilerplate, ...card } = cardOf(source)
  const spans = encodeSpans(source)
  const textEncoding = hasLoneSurrogate(text) ? 'utf16le' : 'utf8'
  const { path, warnings, ...rest } = origin
  const head: Head = { ...card, origin: rest, names: spans.names, sections: spans.sections, textEncoding }
  const parts = [Buffer.from(JSON.stringify(head)), spans.bytes, Buffer.from(text, textEncoding)]
  const [headLength = 0, spansLength = 0, textLength = 0] = parts.map(({ length }) => length)
  // Its own memory: a slice of Buffer's shared pool would keep the whole pool alive, or take it to another thread.
  const bytes = Buffer.alloc(headStart + headLength + spansLength + textLength)
  bytes.writeUInt32LE(headLength, 0)
  bytes.writeUInt32LE(spansLength, 4)
  let at = headStart
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return { id, version, keys: citationKeys(source), bytes }
}

const partsOf = (bytes: Uint8Array) => {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const spansStart = headStart + all.readUInt32LE(0)
  const textStart = spansStart + all.readUInt32LE(4)
  const head = JSON.parse(all.toString('utf8', headStart, spansStart)) as Head
  return { head, spans: all.subarray(spansStart, textStart), text: all.subarray(textStart) }
}

/** Decodes the spans on first use. `bytes` must not change. */
const lazySpans = (bytes: Uint8Array, names: SpanNames): (() => Spans) => {
  let spans: Spans | null = null
  return () => {
    if (spans !== null) return spans
    const reader = spansReader(bytes, names)
    const runs = reader.runs()
    const paragraphs = reader.paragraphs()
    spans = { runs, paragraphs, places: reader.places() }
    return spans
  }
}

/**
 * Decodes a source. A question needs only the text of most sources, so the spans are decoded on first use: that takes
 * 60 ms for 10 MB of text, and creates much garbage.
 * @param bytes `EncodedSource.bytes`; may be reused afterwards
 * @returns the source
 */
export const decodeSource = (bytes: Uint8Array): Source => {
  const { head, spans, text } = partsOf(bytes)
  const { id, version, record, titleShown, titleIsDerived, dateline, language, path, warnings, origin, textEncoding } =
    head
  // A copy: the buffer may be reused for another source.
  const lazy = lazySpans(Uint8Array.from(spans), head)
  return {
    id,
    text: text.toString(textEncoding),
    version,
    record,
    titleShown,
    titleIsDerived,
    dateline,
    language,
    get paragraphs() {
      return lazy().paragraphs
    },
    get runs() {
      return lazy().runs
    },
    get places() {
      return lazy().places
    },
    origin: { ...origin, path, warnings },
  }
}

/**
 * Decodes only the card, not the text.
 * @param bytes `EncodedSource.bytes`
 * @returns the source's card
 */
export const decodeCard = (bytes: Uint8Array): SourceCard => {
  const { head, spans } = partsOf(bytes)
  const { origin, names, sections, textEncoding, ...card } = head
  return {
    ...card,
    boilerplate: spansReader(spans, head)
      .runs()
      .filter(({ kind }) => kind === 'boilerplate'),
  }
}
