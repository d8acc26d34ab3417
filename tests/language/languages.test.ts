import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { languageOf, languageOfQuestion, languageTag, otherLanguageOf } from '../../src/language/languages.ts'

const bench = join(import.meta.dirname, '../../bench/questions')
const textsIn = (folder: string): readonly string[] =>
  readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
const questionsIn = (folder: string): readonly string[] =>
  readFileSync(join(folder, 'questions.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { readonly question: string }).question)

const folders = [
  ['en', join(bench, 'held')],
  ['en', join(bench, 'learned')],
  ['de', join(bench, 'languages/de')],
  ['fr', join(bench, 'languages/fr')],
  ['es', join(bench, 'languages/es')],
] as const

describe('the language of a document', () => {
  it.each(folders)('is told of every document in %s of %s', (language, folder) => {
    const told = textsIn(join(folder, 'documents')).map(languageOf)
    expect(new Set(told)).toEqual(new Set([language]))
  })

  it('is told of languages without rules, too', () => {
    const italian = `La nave è arrivata nel porto con due ore di ritardo perché il vento era molto forte e le onde
      erano alte. Gli abitanti dell'isola hanno aspettato sul molo fino a quando tutti i passeggeri sono scesi.`
    expect(languageOf(italian)).toBe('it')
  })

  it.each(['', 'Short.', '12.5 | 13.0 | 14.2\n'.repeat(40), 'Smith Jones Kowalski Novak Meyer Lopez '.repeat(20)])(
    'is unknown of %j',
    (text) => {
      expect(['en', 'de', 'fr', 'es']).not.toContain(languageOf(text))
    },
  )
})

it.each([
  ['de', 'de'],
  ['de-AT', 'de'],
  ['pt_BR', 'pt'],
  ['deu', 'de'],
  ['German', null],
  ['', null],
])('a record that states “%s” has the tag %s', (written, tag) => {
  expect(languageTag(written)).toBe(tag)
})

describe('the language of a question', () => {
  it.each(folders.slice(1))('is told of nearly all in %s', (language, folder) => {
    const all = questionsIn(folder)
    const told = all.filter((question) => languageOfQuestion(question, ['en', 'de', 'fr', 'es']) === language)
    expect(told.length / all.length).toBeGreaterThan(0.97)
  })

  it('is told by the function words where the detector likes two languages nearly as well', () => {
    expect(languageOf('So many words stand here. '.repeat(9))).toBe('en')
    const dutch =
      'Is de deur open? Was er iemand in de hal? We had water in de kelder of in de gang, en het is nog nat.'
    expect(languageOf(dutch)).toBe('nl')
  })

  it('is the commonest of the library where its words do not tell', () => {
    expect(languageOfQuestion('Hotel Hamburg', ['de', 'en'])).toBe('de')
    expect(languageOfQuestion('Hotel Hamburg', ['en', 'de'])).toBe('en')
  })

  it('is called another than the library’s only when its words say so', () => {
    expect(otherLanguageOf('Wie lange darf man am Tag spielen?', ['en'])).toBe('de')
    expect(otherLanguageOf('How long may one play in a day?', ['de'])).toBe('en')
    expect(otherLanguageOf('Wie lange darf man am Tag spielen?', ['en', 'de'])).toBeNull()
    expect(otherLanguageOf('Hotel Hamburg', ['en'])).toBeNull()
    for (const question of questionsIn(join(bench, 'learned'))) expect(otherLanguageOf(question, ['en'])).toBeNull()
  })
})
