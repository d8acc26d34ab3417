import { saysSomething } from './bibliography.ts'
import type { Run, Source } from './source.ts'
import { placeBehind, type Span } from './span.ts'

/** The rules of runs that are the hyphen of a word that goes on in the next line. */
export const lineHyphens = {
  /** The line break put it there: `infor-⏎mation`. */
  joined: 'line-hyphen',
  /** It belongs to the word: `well-⏎known`. */
  kept: 'hyphen-at-line-end',
} as const

/** The rule of runs that are Markdown inside a paragraph: emphasis, tags, the target of a link. */
export const inlineMark = 'inline-mark'

/** The rules of runs that belong to a page and not to its text, wherever that goes on. */
export const pageRules: ReadonlySet<string | undefined> = new Set(['page-head', 'page-number'])

type Text = Pick<Source, 'text' | 'runs'>

/** A hyphen at a line's end, and the halves of the word around it. */
export type BrokenWord = { readonly first: string; readonly second: string; readonly isJoined: boolean }

const isHyphen = ({ kind, rule }: Run): boolean =>
  kind === 'markup' && (rule === lineHyphens.joined || rule === lineHyphens.kept)

const isInline = ({ kind, rule }: Run): boolean => kind === 'markup' && rule === inlineMark

/** The runs within a span that are not read there as they stand. */
const unreadIn = ({ runs }: Text, { start, end }: Span): readonly Run[] => {
  const unread: Run[] = []
  for (let at = placeBehind(runs, start); at < runs.length; at += 1) {
    const run = runs[at] as Run
    if (run.start >= end) break
    if ((isHyphen(run) || isInline(run) || run.kind === 'boilerplate') && run.start >= start && run.end <= end)
      unread.push(run)
  }
  return unread
}

/** A part of a text, and what a reader makes of it. */
type Part = Span & { readonly is: 'read' | 'left-out' | 'joint' | 'mark' }

/** Longer words are not looked at. */
const maxWord = 64
const endOfWord = /[\p{L}\p{M}\p{N}]+$/u
const startOfWord = /^[\p{L}\p{M}\p{N}]+/u

/**
 * A text in parts: what is read; what is left out, which is boilerplate that stands inside and the white space behind a
 * hyphen; joints, which are what stands between the halves of one word; and marks of Markdown.
 */
const partsOf = (source: Text, span: Span, joins: (word: BrokenWord) => boolean): readonly Part[] => {
  const { text } = source
  const unread = unreadIn(source, span)
  const parts: Part[] = []
  const add = (start: number, end: number, is: Part['is']): void => {
    if (start < end) parts.push({ start, end, is })
  }
  let from = span.start
  let next = 0
  while (next < unread.length) {
    const run = unread[next++] as Run
    if (!isHyphen(run)) {
      add(from, run.start, 'read')
      add(run.start, run.end, isInline(run) ? 'mark' : 'left-out')
      from = run.end
      continue
    }
    // The other half stands behind white space, and behind a page's head.
    let to = run.end
    for (;;) {
      while (to < span.end && /\s/.test(text.charAt(to))) to += 1
      const between = unread[next]
      if (between?.start !== to || between.kind !== 'boilerplate') break
      to = between.end
      next += 1
    }
    const first = endOfWord.exec(text.slice(Math.max(from, run.start - maxWord), run.start))?.[0] ?? ''
    const second = startOfWord.exec(text.slice(to, Math.min(span.end, to + maxWord)))?.[0] ?? ''
    const isJoined = joins({ first, second, isJoined: run.rule === lineHyphens.joined })
    const end = isJoined ? run.start : run.end
    add(from, end, 'read')
    add(end, to, isJoined ? 'joint' : 'left-out')
    from = to
  }
  add(from, span.end, 'read')
  return parts
}

/** A tag that sets what follows apart from what stands before. */
const breaksLine = /^<\/?(?:br|p|div|li|td|th|tr|h[1-6])\b/i

const asItIs = ({ isJoined }: BrokenWord): boolean => isJoined

/**
 * @param source any source
 * @param span a part of its text
 * @returns the text as it is read aloud: a word that a line break divides is whole, and the head of a page that stands
 *   in the middle is not read; nor is Markdown, unless nothing else is there
 */
export const readable = (source: Text, span: Span): string => {
  let read = ''
  for (const { start, end, is } of partsOf(source, span, asItIs)) {
    const text = source.text.slice(start, end)
    if (is === 'read') read += /\s$/.test(read) ? text.trimStart() : text
    else if (is === 'mark' && breaksLine.test(text) && !/\s$/.test(read)) read += ' '
  }
  const whole = source.text.slice(span.start, span.end)
  if (!saysSomething(read)) return whole
  // White space at its ends is the span's own.
  const [before, behind] = [whole.length - whole.trimStart().length, whole.trimEnd().length]
  return whole.slice(0, before) + read.trim() + whole.slice(behind)
}

/**
 * @param source any source
 * @param span a part of its text
 * @returns the words in it that a line break divides, in order
 */
export const brokenWords = (source: Text, span: Span): readonly BrokenWord[] => {
  const words: BrokenWord[] = []
  partsOf(source, span, (word) => {
    words.push(word)
    return word.isJoined
  })
  return words
}

/** Nobody sees it, and inside a word it does not count. */
const noWidth = '\u2060'

/**
 * @param source any source
 * @param span a part of its text
 * @param joins whether the halves of a word that a line break divides are read as one word without the hyphen
 * @returns the text in its own length, so that offsets stay: what is not read is blank, and nothing visible divides a
 *   word that is joined
 */
export const maskedText = (source: Text, span: Span, joins: (word: BrokenWord) => boolean = asItIs): string =>
  partsOf(source, span, joins)
    .map(({ start, end, is }) =>
      is === 'read' || is === 'mark'
        ? source.text.slice(start, end)
        : (is === 'joint' ? noWidth : ' ').repeat(end - start),
    )
    .join('')
