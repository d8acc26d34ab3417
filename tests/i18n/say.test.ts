import { describe, expect, it } from 'vitest'
import { andList, inEnglish, inMarks, msg, orList } from '../../src/domain/message.ts'
import { languageFor, translatorFor } from '../../src/i18n/say.ts'

const english = translatorFor('en')
const german = translatorFor('de')

describe('a message', () => {
  it('is said in the language that is asked for', () => {
    const passages = msg`Passages with ${'“ebb”'} were left out.`
    expect(english.of(passages)).toBe('Passages with “ebb” were left out.')
    expect(german.of(passages)).toBe('Stellen mit “ebb” wurden ausgelassen.')
    expect(inEnglish(passages)).toBe(english.of(passages))
  })

  it('is said in English where the catalogue lacks it', () => {
    expect(german`The tide takes ${2} hours.`).toBe('The tide takes 2 hours.')
  })

  it('writes numbers as the language does, and text as it stands', () => {
    expect(english`${1234567} words`).toBe('1,234,567 words')
    expect(german`${1234567} words`).toBe('1.234.567 Wörter')
    expect(german`${'1234'} words`).toBe('1234 Wörter')
  })

  it('says the messages in it in the same language', () => {
    expect(german.of(msg`Passages with ${orList(inMarks(['a', 'b', 'c']))} were left out.`)).toBe(
      'Stellen mit „a“, „b“ oder „c“ wurden ausgelassen.',
    )
    expect(inEnglish(msg`Read with your questions ${andList(inMarks(['a', 'b']))}.`)).toBe(
      'Read with your questions “a” and “b”.',
    )
  })

  it('names commands and options as its reader knows them', () => {
    const missing = msg`“${{ name: 'question' }}” must be text.`
    expect([inEnglish(missing), german.of(missing)]).toEqual(['“question” must be text.', '„frage“ muss Text sein.'])
  })

  it('never takes what stands in it for a place of its own', () => {
    expect(german`Passages with ${'{0} $& {1}'} were left out.`).toBe('Stellen mit {0} $& {1} wurden ausgelassen.')
  })
})

describe('a list', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c', 'd'], 'a, b, c and d'],
  ])('of %j is “%s”', (values, shown) => {
    expect(inEnglish(msg`${andList(values)}`)).toBe(shown)
  })
})

it('a name that a language has no other for is the English one', () => {
  expect([german.nameOf('ask'), german.nameOf('apa'), english.nameOf('ask')]).toEqual(['fragen', 'apa', 'ask'])
})

it.each([
  ['de', 'de'],
  ['de-AT', 'de'],
  ['en-GB', 'en'],
  ['fr', 'en'],
  ['den', 'en'],
])('a reader of %s is answered in %s', (locale, language) => {
  expect(languageFor(locale)).toBe(language)
})
