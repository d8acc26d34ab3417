import { beforeEach, describe, expect, it } from 'vitest'
import { sourceId } from '../../src/domain/source.ts'
import type { IndexedSource, PassageReading } from '../../src/index/port.ts'
import { askedInWords, type OpenedIndex } from '../support/asked-in-words.ts'
import { writtenSource } from '../support/written-source.ts'

/** The part of the PassageIndex contract that is about how passages were read. */
export const passageReadingContract = (open: () => OpenedIndex): void => {
  let asked: ReturnType<typeof askedInWords>
  beforeEach(() => {
    asked = askedInWords(open())
  })

  const readingsOf = (source: IndexedSource): Promise<readonly (PassageReading | undefined)[]> =>
    asked.index.read(source.passages.map(({ passage }) => passage))

  describe('how a passage was read', () => {
    it('is every word of each sentence in order, with its term, or null for a stop word', async () => {
      const source = writtenSource('a', ['The ferries of 2014 sank, and she’d fled.'])
      await asked.index.replace([source])
      const [reading] = await readingsOf(source)
      const words = ['the', 'ferries', 'of', '2014', 'sank', 'and', 'she', 'fled']
      expect(reading?.sentences).toEqual([{ words, terms: words.map(asked.analyser.termOf) }])
      expect(reading?.sentences[0]?.terms[0]).toBeNull()
    })

    it('begins with the words of the question that a sentence answers, which are not found there', async () => {
      const plain = writtenSource('a', ['He saw a lantern.', 'Nobody else did.'])
      const source = {
        ...plain,
        passages: plain.passages.map((each, at) => ({
          ...each,
          sentences: each.sentences.map(({ text }) => ({ text, asked: at === 0 ? 'Who sank the ferry?' : '' })),
        })),
      }
      await asked.index.replace([source])
      const [first, second] = await readingsOf(source)
      expect(first?.sentences[0]?.words).toEqual(['who', 'sank', 'the', 'ferry', 'he', 'saw', 'a', 'lantern'])
      expect(second?.nearby).not.toContain(asked.analyser.termOf('ferry'))
      expect(await asked.found('ferry')).toEqual([])
    })

    it('has the terms of its own context, and of the passages before and after it in its source', async () => {
      const source = writtenSource('b', [
        { text: 'A ferry sank.', context: 'Storms of the winter' },
        { text: 'A pilot drowned.', context: 'Harbours' },
        { text: 'The lantern burned.', context: 'Storms of the winter' },
      ])
      const others = ['a', 'c'].map((id) => writtenSource(id, [{ text: 'Granite cargo.', context: 'Signals' }]))
      await asked.index.replace([others[0] ?? source, source, others[1] ?? source])
      const terms = (text: string) => asked.analyser.analyse(text).map(({ term }) => term)
      expect((await readingsOf(source)).map((reading) => [reading?.context, reading?.nearby])).toEqual([
        [terms('storms winter'), terms('pilot drowned')],
        [terms('harbours'), terms('ferry sank lantern burned')],
        [terms('storms winter'), terms('pilot drowned')],
      ])
    })

    it('is the same after other sources came and went', async () => {
      const source = writtenSource('kept', [
        { text: 'A ferry sank.', context: 'Storms' },
        { text: 'A pilot drowned.', context: 'Harbours' },
      ])
      await asked.index.replace([writtenSource('first', ['Granite.']), source, writtenSource('next', ['Cargo.'])])
      const before = await readingsOf(source)
      for (let i = 0; i < 30; i++) await asked.index.replace([writtenSource(`s${i % 10}`, [`Signal ${i}.`, 'Winter.'])])
      await asked.index.remove(sourceId('first'))
      await asked.index.remove(sourceId('next'))
      for (let i = 0; i < 10; i++) await asked.index.remove(sourceId(`s${i}`))
      expect(await readingsOf(source)).toEqual(before)
    })

    it('is not known of a source that is gone or has changed since', async () => {
      const source = writtenSource('a', ['The ferry sank.', 'A pilot drowned.'])
      await asked.index.replace([source])
      const changed = writtenSource('a', ['The ferry sank.'])
      const version = 'another'
      await asked.index.replace([
        {
          ...changed,
          version,
          passages: changed.passages.map((each) => ({ ...each, passage: { ...each.passage, version } })),
        },
      ])
      expect(await readingsOf(source)).toEqual([undefined, undefined])
      await asked.index.remove(sourceId('a'))
      expect(await readingsOf(source)).toEqual([undefined, undefined])
    })
  })

  describe('a run of words', () => {
    const runs = async (words: string, limit = 10, source?: string): Promise<readonly string[]> =>
      (
        await asked.index.findRun(words.split(' '), {
          limit,
          sources: source === undefined ? undefined : new Set([sourceId(source)]),
        })
      ).map(({ source: id, ordinal }) => `${id}:${ordinal}`)

    it('is found within a sentence, stop words and all, by source and in order', async () => {
      await asked.index.replace([
        writtenSource('b', ['To be or not to be, he said.', 'It is to be.']),
        writtenSource('a', ['He wanted to be there.', 'Be it, to him.', 'Not for him to be.']),
      ])
      expect(await runs('to be')).toEqual(['a:0', 'a:2', 'b:0', 'b:1'])
      expect(await runs('to be or not to be')).toEqual(['b:0'])
      expect(await runs('to be', 3)).toEqual(['a:0', 'a:2', 'b:0'])
      expect(await runs('to be', 10, 'b')).toEqual(['b:0', 'b:1'])
      expect(await runs('to nowhere')).toEqual([])
    })

    it('is given as the passage that was put, and goes with its source', async () => {
      const source = writtenSource('a', [{ text: 'It is to be.', context: 'Plays' }])
      await asked.index.replace([source])
      expect(await asked.index.findRun(['to', 'be'], { limit: 1 })).toEqual([source.passages[0]?.passage])
      await asked.index.remove(sourceId('a'))
      expect(await runs('to be')).toEqual([])
    })

    it('is not found in words of the question that a sentence answers', async () => {
      const { passages, ...rest } = writtenSource('a', ['He saw it.'])
      const answering = passages.map((each) => ({
        ...each,
        sentences: each.sentences.map((sentence) => ({ ...sentence, asked: 'What was it to be?' })),
      }))
      await asked.index.replace([{ ...rest, passages: answering }])
      expect(await runs('to be')).toEqual([])
    })
  })
}
