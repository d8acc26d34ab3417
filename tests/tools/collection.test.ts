import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readCollection } from '../../src/tools/collection.ts'
import { sourceOfDocument } from '../../src/tools/source-of-document.ts'
import { collectionFolder } from '../support/collection-folder.ts'
import type { LibraryFolder } from '../support/library-folder.ts'

let folder: LibraryFolder
beforeEach(async () => {
  folder = await collectionFolder({
    corpus: [
      { _id: 'a', title: 'Ships', text: 'Forty ships waited.' },
      { _id: 'b', text: '' },
    ],
    queries: [
      { _id: 'q1', text: 'How many ships waited?', metadata: { answers: ['Forty'], spans: [[0, 5]] } },
      { _id: 'q2', text: 'Who sank?', metadata: { answerable: false } },
      { _id: 7, text: 'What waited?', metadata: { q1: ['another set keeps this here'] } },
      { _id: 'q4', text: 'What sank?' },
    ],
    qrels: [
      ['q1', 'a', 2],
      ['7', 'b', 1],
      ['7', 'a', 0],
    ],
  })
})
afterEach(() => folder.discard())

const problem = (split?: string): string => {
  try {
    readCollection(folder.path, split)
    return 'none'
  } catch (error) {
    return (error as Error).message.replaceAll(`${folder.path}/`, '')
  }
}

describe('a folder in BEIR layout', () => {
  it('is read with what it says of each question', () => {
    const { documents, questions } = readCollection(folder.path)
    expect(documents).toEqual([
      { id: 'a', title: 'Ships', text: 'Forty ships waited.' },
      { id: 'b', title: '', text: '' },
    ])
    expect(questions).toEqual([
      {
        id: 'q1',
        text: 'How many ships waited?',
        relevant: new Map([['a', 2]]),
        gold: { document: 'a', start: 0, end: 5 },
        answers: ['Forty'],
        answerable: true,
      },
      { id: 'q2', text: 'Who sank?', relevant: new Map(), gold: null, answers: [], answerable: false },
      { id: '7', text: 'What waited?', relevant: new Map([['b', 1]]), gold: null, answers: [], answerable: true },
      { id: 'q4', text: 'What sank?', relevant: new Map(), gold: null, answers: [], answerable: true },
    ])
  })

  it('leaves out what only another split judges', async () => {
    await folder.write('qrels/train.tsv', 'query-id\tcorpus-id\tscore\r\nq4\ta\t1\r\n7\ta\t1\r\n')
    const idsOf = (split: string) => readCollection(folder.path, split).questions.map(({ id }) => id)
    expect(idsOf('test')).toEqual(['q1', 'q2', '7'])
    expect(idsOf('train')).toEqual(['q2', '7', 'q4'])
  })

  it.each([
    ['corpus.jsonl', '{"_id": "a", "text": "x"}\n\n{"_id": "b"\n', 'corpus.jsonl, line 3: this is not JSON.'],
    ['corpus.jsonl', '{"_id": "a"}', /^corpus\.jsonl, line 1: text: .*expected string/],
    ['corpus.jsonl', '{"_id": "a b", "text": ""}', /^corpus\.jsonl, line 1: _id: expected an id without white space/],
    ['corpus.jsonl', '[]', /^corpus\.jsonl, line 1: /],
    [
      'corpus.jsonl',
      '{"_id":"a","text":""}\n{"_id":"a","text":""}',
      /line 2: the id “a” is already used on an earlier line/,
    ],
    ['corpus.jsonl', '\n', 'corpus.jsonl is empty.'],
    ['queries.jsonl', '{"_id": "q1"}', /^queries\.jsonl, line 1: text: /],
    ['queries.jsonl', '{"_id":"q1","text":"?","metadata":{"spans":[[3]]}}', /^queries\.jsonl, line 1: metadata\.spans/],
    [
      'qrels/test.tsv',
      'h\nq1\ta\t1\nq9\ta\t1\n',
      'qrels/test.tsv, line 3: there is no question “q9” in queries.jsonl.',
    ],
    ['qrels/test.tsv', 'h\nq1\tz\t1\n', 'qrels/test.tsv, line 2: there is no document “z” in corpus.jsonl.'],
    ['qrels/test.tsv', 'h\nq1 a 1\n', /^qrels\/test\.tsv, line 2: expected a question, a document and a whole number/],
    ['qrels/test.tsv', 'h\nq1\ta\tmuch\n', /^qrels\/test\.tsv, line 2: /],
  ])('with a bad %s (%j) is refused with the line', async (file, text, message) => {
    await folder.write(file, text)
    expect(problem()).toMatch(message)
  })

  it.each([
    ['corpus.jsonl', /^corpus\.jsonl cannot be read: ENOENT/],
    ['queries.jsonl', /^queries\.jsonl cannot be read: ENOENT/],
    ['qrels/test.tsv', 'There is no file qrels/test.tsv with judgements.'],
  ])('without %s is refused', async (file, message) => {
    await folder.remove(file)
    expect(problem()).toMatch(message)
  })

  it('without the split is refused with the splits that there are', () => {
    expect(() => readCollection(folder.path, 'dev')).toThrow(
      expect.objectContaining({ name: 'QuothError', suggestions: ['test'] }),
    )
  })

  it('that is not there is refused with what it should hold', () => {
    expect(() => readCollection('/nowhere/at/all')).toThrow(
      'There is no folder “/nowhere/at/all”. Name one with corpus.jsonl, queries.jsonl and qrels/test.tsv in it.',
    )
  })
})

describe('a document of a collection as a source', () => {
  const sourceOf = (text: string, title = '') => sourceOfDocument({ id: 'a', title, text })

  it('has the text unchanged, and paragraphs between blank lines', () => {
    const text = '  One line\r\nand more. Two!\n \t\nThree.\n\n\n'
    const source = sourceOf(text, 'A title')
    expect(source.text).toBe(text)
    expect(source.record.title).toBe('A title')
    const words = source.paragraphs.map(({ sentences }) => sentences.map(({ start, end }) => text.slice(start, end)))
    expect(words).toEqual([['One line\r\nand more.', 'Two!'], ['Three.']])
    expect(source.paragraphs.map(({ number }) => number)).toEqual([1, 2])
  })

  it('has no paragraph where there are no words', () => {
    expect(sourceOf('').paragraphs).toEqual([])
    expect(sourceOf(' \n\n ').paragraphs).toEqual([])
    expect(sourceOf('').record.title).toBe(null)
  })
})
