import { LRUCache } from 'lru-cache'
import { createTurns } from '../concurrency/turns.ts'
import { readable } from '../domain/readable.ts'
import type { Source } from '../domain/source.ts'
import { plainForm } from '../language/letters.ts'

/**
 * What is left of a source to compare it by: of all its runs of five words, those whose hash is small, as numbers in
 * ascending order, each once (FracMinHash). Since the same runs are kept of every source, the share that two sketches
 * have in common is the share that the texts have in common.
 */
export type Sketch = Uint32Array

/** Words in a run. */
const runLength = 5

/**
 * One of so many runs is kept. Of copies cut to half with every fiftieth word changed, at 100 words each, 99.8 % are
 * linked with 4, 98.2 % with 8 and 92 % with 16.
 */
const sampling = 4

const ceiling = 2 ** 32 / sampling

/** The numbers of a sketch at most: the runs of 16,000 words. A longer text keeps the smallest ones. */
const maxSketch = 4096

/** Scripts written without spaces. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u

/** There, each letter begins a word of so many letters: a run then reaches over twelve, about as much as five words. */
const unspacedWord = 8

/** FNV-1a. */
const hashOf = (text: string, start: number, end: number): number => {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}

/** Spreads a hash over all 32 bits (the end of MurmurHash3). */
const spread = (hash: number): number => {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** The hash of a run from those of its words, oldest first. */
const runHash = (words: readonly number[]): number => {
  let hash = 0
  for (const word of words) hash = Math.imul(((hash << 7) | (hash >>> 25)) ^ word, 0x9e3779b1)
  return spread(hash)
}

/** The hashes of the words of a text in order. */
function* wordHashes(text: string): Iterable<number> {
  const folded = plainForm(text)
  for (const [run] of folded.matchAll(/[\p{L}\p{N}]+/gu))
    if (unspaced.test(run))
      for (let at = 0; at < run.length; at += 1) yield hashOf(run, at, Math.min(at + unspacedWord, run.length))
    else yield hashOf(run, 0, run.length)
}

/** Numbers in ascending order, each once. */
const ascending = (numbers: readonly number[]): Uint32Array =>
  Uint32Array.from(numbers)
    .sort()
    .filter((number, at, all) => at === 0 || number !== all[at - 1])

/**
 * @param source any source
 * @returns the sketch of its body as it is read, without boilerplate, headings and marks; empty below five words. A long
 *   one is made in turns with the rest of the process
 */
export const sketchOf = async (source: Source): Promise<Sketch> => {
  const turn = createTurns()
  const kept: number[] = []
  const last: number[] = []
  for (const { sentences } of source.paragraphs) {
    for (const sentence of sentences)
      for (const word of wordHashes(readable(source, sentence))) {
        if (last.push(word) > runLength) last.shift()
        if (last.length < runLength) continue
        const hash = runHash(last)
        if (hash < ceiling) kept.push(hash)
      }
    await turn()
  }
  // Its own memory, and no more than that.
  return ascending(kept).slice(0, maxSketch)
}

/** Numbers of sketches that are remembered: some 16,000 sources of 500 words, in 8 MB. */
const maxNumbers = 2_000_000

/** Gives the sketch of a source; it remembers those of a while ago. */
export type Sketches = (source: Source) => Promise<Sketch>

/** @returns a memory of sketches, for all libraries of a process: one is made of a source's content alone */
export const rememberSketches = (): Sketches => {
  const known = new LRUCache<string, Sketch>({ maxSize: maxNumbers, sizeCalculation: (sketch) => sketch.length + 1 })
  return async (source) => {
    const sketch = known.get(source.version) ?? (await sketchOf(source))
    known.set(source.version, sketch)
    return sketch
  }
}

/**
 * @param sketch any sketch
 * @returns the number below which it has every run that its text has
 */
export const completeBelow = (sketch: Sketch): number =>
  sketch.length < maxSketch ? ceiling : (sketch[sketch.length - 1] as number) + 1
