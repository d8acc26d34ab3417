import { sourceId } from '../../../src/domain/source.ts'
import { readDocument } from '../../../src/ingest/read-document.ts'
import type { Labelled } from './labelled-turns.ts'

/** A labelled place: who speaks there, and who is said to. */
export type Place = {
  readonly document: string
  readonly words: string
  readonly right: string | null
  readonly said: string | null
}

const mark = /⟨([^⟩]*)⟩/g

/**
 * @param labelled a document with its marks
 * @returns its marked places, as Quoth reads them
 */
export const placesOf = ({ name, path = 'document.txt', text }: Labelled): readonly Place[] => {
  const places: { at: number; right: string | null }[] = []
  let plain = ''
  let from = 0
  for (const match of text.trimStart().matchAll(mark)) {
    plain += text.trimStart().slice(from, match.index)
    from = match.index + match[0].length
    places.push({ at: plain.length, right: match[1] === '' ? null : (match[1] ?? null) })
  }
  plain += text.trimStart().slice(from)
  const source = readDocument({ id: sourceId('document'), path, bytes: new TextEncoder().encode(plain) })
  return places.map(({ at, right }) => {
    const paragraph = source.paragraphs.find(({ start, end }) => start <= at && at < end)
    return { document: name, words: plain.slice(at, at + 40), right, said: paragraph?.speaker ?? null }
  })
}

/** How well speakers are told. */
export type Figures = {
  readonly turns: number
  /** Places where nobody speaks. */
  readonly silent: number
  readonly right: number
  /** Another one is said to speak, or one where nobody does. */
  readonly wrong: readonly Place[]
  /** Nobody is said to speak where one does. */
  readonly missed: readonly Place[]
  readonly precision: number
  readonly recall: number
}

export const figuresOf = (places: readonly Place[]): Figures => {
  const turns = places.filter(({ right }) => right !== null)
  const right = turns.filter((place) => place.right === place.said).length
  const wrong = places.filter((place) => place.said !== null && place.said !== place.right)
  const missed = turns.filter(({ said }) => said === null)
  return {
    turns: turns.length,
    silent: places.length - turns.length,
    right,
    wrong,
    missed,
    precision: right / Math.max(1, right + wrong.length),
    recall: right / Math.max(1, turns.length),
  }
}
