import { createTurns } from '../concurrency/turns.ts'
import type { Paragraph, Source } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import { asideSection, inFirstPerson, saidBySomebody, tellingSection } from '../language/english/summary-words.ts'

/** How a document is built, which decides where its main points are. */
export type Shape = 'news' | 'sections' | 'turns' | 'parts'

/** A sentence, or a label with the sentence that it heads, with its place in the document. */
export type Unit = Span & {
  /** Where the sentence begins, behind its label if it has one. */
  readonly bodyStart: number
  /** Index among the units of the source. */
  readonly index: number
  /** Index of its last sentence among all sentences of the source. */
  readonly at: number
  readonly role: Paragraph['role']
  /** Which section or turn it is in, from 0. */
  readonly section: number
  /** Index in its section. */
  readonly inSection: number
  /** Whether the unit before is in the same section and by the same speaker, so that this one may refer to it. */
  readonly follows: boolean
  /** Whether it opens its paragraph. */
  readonly opens: boolean
  /** Whether its paragraph opens with a label in bold, and whether the unit has that label. */
  readonly label: 'none' | 'of-paragraph' | 'with'
  /** Whether the whole paragraph is in brackets: a note of who wrote it down. */
  readonly isAside: boolean
}

export type Layout = {
  readonly shape: Shape
  readonly units: readonly Unit[]
  /** For each section, how many units it has, and whether its name says that it matters (1) or does not (-1). */
  readonly sections: readonly { readonly size: number; readonly bearing: -1 | 0 | 1 }[]
}

/** News reports what people said, in this share of its sentences, and says the main thing first. */
const minShareOfSpeech = 0.06
/** A writer who speaks for himself in so many sentences is no reporter. */
const maxShareOfOwn = 0.2
/** Other documents without headings, and very long ones, are taken in equal parts. */
const longNews = 150
const parts = { short: 4, long: 8 } as const

/** Enough of a sentence to tell who speaks. */
const maxCharactersRead = 600

/** `**Deposit.**` or `**May I bring a dog?**`: a label in bold, which belongs to the sentence behind it. */
const boldLabel = /^(?:§?\s?[\d.]+\)?\s+)?(\*\*|__)[^*_\n]{1,100}[.:?!]?\1[.:?!]?$/
/** `Water.` at the beginning of an item of the minutes. */
const plainLabel = /^\p{Lu}[^.!?,;]{0,40}\.$/u
const maxLabelWords = 4
/** Paragraphs with such labels are sections only if so many have one. */
const minShareLabelled = 0.3
const wholeAside = /^(?:\[[^\]]*\]|\([^)]*\))\.?$/

const isPlainLabel = (words: string): boolean => plainLabel.test(words) && words.split(/\s+/).length <= maxLabelWords

/** `Freezer space** The -80 …`: what is left of a label in bold whose opening marks are not part of the sentence. */
const cutLabel = /^[^*\n]{1,80}\*\*[.:]?\s+(?=\S)/

const beginOf = (text: string, { start, end }: Span): number =>
  start + (cutLabel.exec(text.slice(start, Math.min(end, start + 120)))?.[0].length ?? 0)

/** Whether a paragraph opens with a label that stands for a heading. */
const isLabelled = ({ text }: Source, { sentences }: Paragraph): boolean => {
  const [first] = sentences
  if (!first) return false
  const words = text.slice(first.start, first.end)
  return boldLabel.test(words) || isPlainLabel(words) || cutLabel.test(words)
}

const isNews = ({ text, paragraphs, dateline }: Source): boolean => {
  const sentences = paragraphs.flatMap((paragraph) => paragraph.sentences).slice(0, longNews)
  const words = sentences.map(({ start, end }) => text.slice(start, Math.min(end, start + maxCharactersRead)))
  const speech = words.filter((sentence) => saidBySomebody.test(sentence)).length
  const own = words.filter((sentence) => !/["“”]/.test(sentence) && inFirstPerson.test(sentence)).length
  return dateline !== null || (speech >= minShareOfSpeech * words.length && own <= maxShareOfOwn * words.length)
}

/** A key for each paragraph: those in a row with the same one are one section. */
const sectionKeys = (source: Source): { readonly shape: Shape; readonly keys: readonly string[] } => {
  const { paragraphs } = source
  const spoken = paragraphs.filter(
    ({ role, speaker, answers }) => role === 'question' || speaker !== null || answers !== null,
  )
  if (spoken.length >= 4 && spoken.length * 2 >= paragraphs.length) {
    let turn = 0
    const keys = paragraphs.map(({ role, speaker }, at) => {
      if (role === 'question' || speaker !== (paragraphs[at - 1]?.speaker ?? null)) turn += 1
      return `${turn}`
    })
    return { shape: 'turns', keys }
  }
  const headed = paragraphs.map(({ section }) => section.join('\n'))
  if (new Set(headed).size >= 3) return { shape: 'sections', keys: headed }
  const labelled = paragraphs.map((paragraph) => isLabelled(source, paragraph))
  const labels = labelled.filter(Boolean).length
  if (labels >= 3 && labels >= minShareLabelled * paragraphs.length) {
    let label = 0
    return { shape: 'sections', keys: labelled.map((opens, at) => `${headed[at]}\n${opens ? ++label : label}`) }
  }
  const total = paragraphs.reduce((sum, { sentences }) => sum + sentences.length, 0)
  if (total < longNews && isNews(source)) return { shape: 'news', keys: paragraphs.map(() => '') }
  const equalParts = total < longNews ? parts.short : parts.long
  let before = 0
  const keys = paragraphs.map(({ sentences }) => {
    const part = Math.floor((before * equalParts) / total)
    before += sentences.length
    return `${part}`
  })
  return { shape: 'parts', keys }
}

const bearingOf = (name: string): -1 | 0 | 1 => (asideSection.test(name) ? -1 : tellingSection.test(name) ? 1 : 0)

/**
 * Lays a source out for choosing sentences, yielding to other work.
 * @param source any source
 * @returns its sentences in order, by section: below its headings, below labels that stand for them, by turns in an
 *   interview, and in equal parts if it is long and has none of these
 */
export const layoutOf = async (source: Source): Promise<Layout> => {
  const turn = createTurns()
  const { text, paragraphs } = source
  const { shape, keys } = sectionKeys(source)
  const units: Unit[] = []
  const sections: { size: number; bearing: -1 | 0 | 1 }[] = []
  let at = -1
  for (const [index, paragraph] of paragraphs.entries()) {
    const { sentences, role, section: names } = paragraph
    const startsSection = index === 0 || keys[index] !== keys[index - 1]
    if (startsSection) sections.push({ size: 0, bearing: bearingOf(names.at(-1) ?? '') })
    const section = sections[sections.length - 1]
    if (!section) continue
    let label: number | null = null
    const isAside = wholeAside.test(text.slice(paragraph.start, paragraph.end))
    const isBold = sentences.length > 1 && boldLabel.test(text.slice(sentences[0]?.start, sentences[0]?.end))
    for (const [number, sentence] of sentences.entries()) {
      await turn()
      at += 1
      if (number === 0 && isBold) {
        label = sentence.start
        continue
      }
      const bodyStart = beginOf(text, sentence)
      units.push({
        start: label ?? bodyStart,
        bodyStart,
        end: sentence.end,
        index: units.length,
        at,
        role,
        section: sections.length - 1,
        inSection: section.size,
        follows: !startsSection || number > (label === null ? 0 : 1),
        opens: number === 0 || label !== null,
        label: label !== null ? 'with' : isBold ? 'of-paragraph' : 'none',
        isAside,
      })
      section.size += 1
      label = null
    }
  }
  return { shape, units, sections }
}
