import { expect, it } from 'vitest'
import { type BibliographicRecord, missingFields, nameShown } from '../../src/domain/bibliography.ts'
import { sourceOf } from '../support/engine.ts'

const nothing: BibliographicRecord = sourceOf('a.txt', 'It rained all day, and nobody went out.').record

it('what a document does not state is missing, in one order', () => {
  expect(missingFields(nothing)).toEqual(['title', 'author', 'publisher', 'issued'])
  expect(missingFields({ ...nothing, title: 'Rain', issued: '1987' })).toEqual(['author', 'publisher'])
  expect(
    missingFields({ ...nothing, title: 'Rain', issued: '1987', publisher: 'P', author: [{ literal: 'A' }] }),
  ).toEqual([])
})

it('names are shown in reading order', () => {
  expect(nameShown({ family: 'Marsh', given: 'Ada' })).toBe('Ada Marsh')
  expect(nameShown({ family: 'Marsh' })).toBe('Marsh')
  expect(nameShown({ literal: 'Harbour Board' })).toBe('Harbour Board')
})
