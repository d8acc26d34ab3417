import { expect, it } from 'vitest'
import { titleInstead } from '../../src/ingest/read-document.ts'
import { read } from './support/read.ts'

it('stands for a missing title: the opening words, or the name of the file where those show nothing', () => {
  expect(titleInstead('The harbour froze.', 'papers/winter.txt')).toBe('The harbour froze.')
  expect(titleInstead('\u200b \ufeff', 'papers/winter.txt')).toBe('winter.txt')
})

it('of a document of invisible characters alone is its file', () => {
  const source = read('\u200b\u200b\u2060', 'papers/winter.md')
  expect([source.record.title, source.titleShown, source.titleIsDerived]).toEqual([null, 'winter.md', true])
})
