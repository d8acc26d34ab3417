import { describe, expect, it } from 'vitest'
import { analyser } from '../support/engine.ts'

const termsOf = (text: string, language: string): readonly string[] =>
  analyser
    .in(language)
    .analyse(text)
    .map(({ term }) => term)

describe('one term for the forms of a word', () => {
  it.each([
    ['de', 'Haus Häuser Hauses'],
    ['de', 'Kündigung Kündigungen Kuendigung'],
    ['de', 'Straße Strasse Straßen'],
    ['de', 'gewartet warten wartet'],
    ['de', 'abgewartet abzuwarten abwarten'],
    ['fr', 'habitant habitants'],
    ['fr', 'annonce annoncée annonces'],
    ['fr', "eau l'eau d’eau"],
    ['es', 'habitación habitaciones habitacion'],
    ['es', 'niño niños'],
  ])('in %s: %s', (language, words) => {
    expect(new Set(termsOf(words, language)).size).toBe(1)
  })
})

it.each([
  ['de', 'Wie viel ist das, und für wen wäre es?', 'viel'],
  ['fr', "Est-ce que c'est pour nous, où qu'il soit ?", ''],
  ['es', '¿Qué es y por qué está aquí?', ''],
])('words of %s that say nothing have no term: %s', (language, text, left) => {
  expect(termsOf(text, language).join(' ')).toBe(left)
})

it('keeps the place of a word behind what is cut from it', () => {
  const text = "Jusqu'à l'heure"
  expect(
    analyser
      .in('fr')
      .tokenise(text)
      .map(({ start, end }) => text.slice(start, end)),
  ).toEqual(['à', 'heure'])
})

it.each([null, 'en', 'it', 'toString'])('reads a text in %s by the rules of English', (language) => {
  expect(analyser.in(language)).toBe(analyser)
  expect(analyser.in('de').in(language)).toBe(analyser)
})
