import { createTurns } from '../concurrency/turns.ts'
import type { Relative } from '../domain/relative.ts'
import type { Source, SourceId } from '../domain/source.ts'
import type { Analyser, PassageSearch } from '../index/port.ts'
import type { ReadableLibrary } from '../library/port.ts'
import { relationsOf } from './relatives.ts'
import type { Sketch, Sketches } from './sketch.ts'

/** Sentences that are searched for, spread over a source: half of a copy cut to half still has six of them. */
const probes = 12
/** Fewer words say too little to be searched for. */
const minTerms = 6
/** Passages that are looked at for each. */
const depth = 20

/** What the terms of a source's sentences are, of some that are spread over it. */
const probesOf = ({ text, language, paragraphs }: Source, analyser: Analyser): readonly (readonly string[])[] => {
  const sentences = paragraphs.flatMap((paragraph) => paragraph.sentences).filter(({ start, end }) => end - start >= 40)
  const step = Math.max(1, sentences.length / (2 * probes))
  const termsOf = analyser.in(language)
  const found: (readonly string[])[] = []
  for (let at = step / 2; at < sentences.length; at += step) {
    const sentence = sentences[Math.floor(at)]
    const terms = termsOf.analyse(text.slice(sentence?.start, sentence?.end)).map(({ term }) => term)
    if (terms.length >= minTerms) found.push([...new Set(terms)])
  }
  // Twice as many were looked at, since some are too short.
  return found.length <= probes ? found : found.filter((_, at) => at % 2 === 0)
}

/**
 * Finds the sources that have words in common with one. The index proposes them by some of its sentences, sketches
 * decide: to compare it with every source of a large library would take seconds.
 * @param source one of the library
 * @param library what is searched: nothing else is found
 * @param sketches a memory of sketches
 * @returns the relatives, closest first
 */
export const findRelatives = async (
  source: Source,
  {
    library,
    index,
    analyser,
  }: { readonly library: ReadableLibrary; readonly index: PassageSearch; readonly analyser: Analyser },
  sketches: Sketches,
): Promise<readonly Relative[]> => {
  const turn = createTurns()
  const proposed = new Set<SourceId>()
  for (const terms of probesOf(source, analyser)) {
    const weighted = terms.map((term) => ({ term, weight: 1 }))
    for (const { passage } of await index.search(weighted, { limit: depth })) proposed.add(passage.source)
    await turn()
  }
  proposed.delete(source.id)
  const others = []
  for (const id of proposed) {
    const other = await library.get(id)
    if (other !== undefined) others.push({ id, title: other.titleShown, sketch: await sketches(other) })
    await turn()
  }
  const relations = await relationsOf(await sketches(source), others)
  return relations.map(({ to, kind, containment }) => ({ source: to.id, title: to.title, kind, containment }))
}

/**
 * @param sources some sources, each once
 * @param sketches a memory of sketches
 * @returns how many stories they tell: those that tell the same one count once
 */
export const countStories = async (sources: readonly Source[], sketches: Sketches): Promise<number> => {
  const stories: { id: SourceId; sketch: Sketch }[][] = []
  for (const source of sources) {
    const told = { id: source.id, sketch: await sketches(source) }
    const known = await relationsOf(told.sketch, stories.flat())
    const same = new Set(known.flatMap(({ to, kind }) => (kind === 'same-story' ? [to] : [])))
    const joined = stories.filter((story) => story.some((each) => same.has(each)))
    for (const story of joined) stories.splice(stories.indexOf(story), 1)
    stories.push([...joined.flat(), told])
  }
  return stories.length
}
