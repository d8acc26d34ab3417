import type { Analyser, PassageIndex, Token } from '../index/port.ts'
import { holdsRun } from '../language/word-runs.ts'

/** A word that the library writes as two (`alqaida`), or two that it writes as one (`data base`). */
export type Compound = {
  /** As the asker wrote it. */
  readonly typed: string
  /** The words of the library in its place, folded, and their terms. */
  readonly forms: readonly string[]
  readonly terms: readonly string[]
}

/** Letters of the shortest part; of the shortest and the longest word that is tried in two parts. */
const shortestPart = 2
const shortestWhole = 5
const longestWhole = 24
/** Pairs of parts that are looked for side by side, and passages that are read for one. */
const mostPairs = 2
const passagesRead = 20
/** Passages of the rarer part at most: two words that stand everywhere stand side by side by chance. */
const mostPassages = 1000

/** What `token` and the one behind it are as one word, where the library has that. */
const joined = async (text: string, a: Token, b: Token, index: PassageIndex, analyser: Analyser) => {
  if (!/^[ -]$/.test(text.slice(a.end, b.start))) return null
  const form = a.folded + b.folded
  const term = analyser.termOf(form)
  const [passages = 0] = term === null ? [] : await index.documentFrequencies([term])
  return term === null || passages === 0 ? null : { typed: text.slice(a.start, b.end), forms: [form], terms: [term] }
}

/** Whether a passage has two words side by side; `rarer` is the term of one of them. */
const standTogether = async (
  forms: readonly string[],
  terms: readonly string[],
  rarer: string,
  index: PassageIndex,
) => {
  const ranking = await index.search([{ term: rarer, weight: 1 }], { limit: passagesRead, all: terms })
  const readings = await index.read(ranking.map(({ passage }) => passage))
  return readings.some((reading) => reading?.sentences.some(({ words }) => holdsRun(words, forms)))
}

const shorterPart = ({ forms }: { readonly forms: readonly string[] }): number =>
  Math.min(...forms.map(({ length }) => length))

/** What a word is as two words, where the library has them side by side. */
const split = async (text: string, { folded, start, end }: Token, index: PassageIndex, analyser: Analyser) => {
  if (!/^\p{Ll}+$/u.test(folded) || folded.length < shortestWhole || folded.length > longestWhole) return null
  const pairs = Array.from({ length: folded.length - 2 * shortestPart + 1 }, (_, i) => i + shortestPart).flatMap(
    (cut) => {
      const forms = [folded.slice(0, cut), folded.slice(cut)]
      const terms = forms.flatMap((form) => analyser.termOf(form) ?? [])
      return terms.length === forms.length ? [{ forms, terms }] : []
    },
  )
  const documentFrequencies = await index.documentFrequencies(pairs.flatMap(({ terms }) => terms))
  const likely = pairs
    .map((pair, at) => {
      const [first = 0, second = 0] = documentFrequencies.slice(2 * at)
      return { ...pair, passages: Math.min(first, second), rarer: pair.terms[first <= second ? 0 : 1] ?? '' }
    })
    .filter(({ passages }) => passages > 0 && passages <= mostPassages)
    .sort((a, b) => shorterPart(b) - shorterPart(a))
    .slice(0, mostPairs)
  for (const { forms, terms, rarer } of likely)
    if (await standTogether(forms, terms, rarer, index)) return { typed: text.slice(start, end), forms, terms }
  return null
}

/**
 * The compound that each of the `lacking` tokens is a part of, or is: words that the library writes in one, or in two
 * that stand side by side in it. `all` are the tokens of `text` in order.
 */
export const compoundsOf = async (
  lacking: ReadonlySet<Token>,
  all: readonly Token[],
  text: string,
  index: PassageIndex,
  analyser: Analyser,
): Promise<ReadonlyMap<Token, Compound>> => {
  const compounds = new Map<Token, Compound>()
  for (const [at, token] of all.entries()) {
    const next = all[at + 1]
    if (next && (lacking.has(token) || lacking.has(next))) {
      const whole = await joined(text, token, next, index, analyser)
      if (whole) compounds.set(token, whole).set(next, whole)
    }
    if (lacking.has(token) && !compounds.has(token)) {
      const parts = await split(text, token, index, analyser)
      if (parts) compounds.set(token, parts)
    }
  }
  return compounds
}
