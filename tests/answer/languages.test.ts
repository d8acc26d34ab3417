import { beforeAll, describe, expect, it } from 'vitest'
import { answerTypeOf, showsType } from '../../src/answer/answer-type.ts'
import { rulesOf } from '../../src/language/languages.ts'
import type { Quoth } from '../../src/quoth.ts'
import { type Documents, engineOver } from '../support/engine.ts'
import { notesOf } from '../support/in-english.ts'

describe('what is asked for', () => {
  it.each([
    ['de', 'Wer darf die Motorsense benutzen?', 'person'],
    ['de', 'Wann läuft der Vertrag aus?', 'time'],
    ['de', 'Wo liegt der Schlüssel?', 'place'],
    ['de', 'Wie viele Horste wurden gefunden?', 'number'],
    ['de', 'Was kostet die Karte?', 'money'],
    ['de', 'Warum fiel die Heizung aus?', 'reason'],
    ['de', 'Der Vertrag', null],
    ['fr', 'Qui a écrit la lettre ?', 'person'],
    ['fr', 'Quand ferme la piscine ?', 'time'],
    ['fr', 'Où se trouve la halle ?', 'place'],
    ['fr', 'Combien de personnes travaillent ici ?', 'number'],
    ['fr', 'Combien coûte une entrée ?', 'money'],
    ['es', '¿Quién firmó la carta?', 'person'],
    ['es', '¿Cuándo cierra la biblioteca?', 'time'],
    ['es', '¿Dónde está la llave?', 'place'],
    ['es', '¿Cuántas familias esperan?', 'number'],
    ['es', '¿Cuánto cuesta la hoja?', 'money'],
    ['es', '¿Por qué se cerró?', 'reason'],
  ])('in %s: %s', (language, question, type) => {
    expect(answerTypeOf(question, language)).toBe(type)
  })

  it.each([
    ['de', 'Sie zahlt 40 Euro im Jahr.', 'money', 1],
    ['de', 'Es waren zwölf.', 'number', 1],
    ['de', 'Die Karte liegt im Schrank.', 'money', 0],
    ['fr', "L'entrée est à 3,20 euros.", 'money', 1],
    ['fr', 'Il revient en juillet.', 'time', 1],
    ['es', 'La renta es de 690 euros.', 'money', 1],
    ['es', 'Se casaron en Sevilla.', 'place', 1],
  ] as const)('shows in %s: %s', (language, sentence, type, shown) => {
    const words =
      sentence
        .toLowerCase()
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .match(/[\p{L}\p{N}]+/gu) ?? []
    expect(showsType(sentence, words, type, new Set(), rulesOf(language))).toBe(shown)
  })
})

const german = `Die Haftpflichtversicherung des Vereins kommt für Schäden auf, die Übungsleiter anderen zufügen. Der
Jahresbeitrag beträgt 96 Euro für Erwachsene und 54 Euro für Jugendliche. Die Kündigung des
Vertrags ist schriftlich bis zum 30. September möglich. Der Schlüssel zur Halle liegt beim Hausmeister, Herrn Brodersen.`.replaceAll(
  '\n',
  ' ',
)
const english = `The ferry Aurora sank in 1931 in a storm off the coast of the island. Nobody was hurt, because the crew had
moved everyone to the boats in time. The owner of the ferry paid for a new one, which was called the Borealis.`

const over = async (documents: Documents): Promise<Quoth> => (await engineOver(documents)).quoth

describe('a library in German', () => {
  let quoth: Quoth
  beforeAll(async () => {
    quoth = await over({ 'verein.txt': german })
  })

  it.each([
    ['Welche Versicherung hat der Verein?', 'Die Haftpflichtversicherung'],
    ['Wie hoch ist der Beitrag für Erwachsene?', 'Der Jahresbeitrag beträgt 96 Euro'],
    ['Bis wann ist eine Vertragskündigung möglich?', 'Die Kündigung des Vertrags'],
    ['Wo liegt der Hallenschlüssel?', 'Der Schlüssel zur Halle'],
  ])('answers “%s”', async (question, opening) => {
    const { quotes } = await quoth.ask(question)
    expect(quotes[0]?.quote.exact).toContain(opening)
  })

  it('says in which language it is, when a question in another one finds nothing', async () => {
    const answer = await quoth.ask('How many people live in the capital of the country?')
    expect(answer.kind).toBe('silent')
    expect(notesOf(answer)).toContain('The question seems to be in English. The library is in German.')
  })

  it('says nothing of that when a question in its language finds nothing', async () => {
    const answer = await quoth.ask('Wie viele Menschen leben in der Hauptstadt?')
    expect(answer).toMatchObject({ kind: 'silent', notes: [] })
  })
})

describe('a library in two languages', () => {
  let quoth: Quoth
  beforeAll(async () => {
    quoth = await over({ 'verein.txt': german, 'ferry.txt': english })
  })

  it('answers questions in both', async () => {
    expect((await quoth.ask('Wer hat den Schlüssel zur Halle?')).quotes[0]?.quote.source).toBe('verein')
    expect((await quoth.ask('When did the ferry Aurora sink?')).quotes[0]?.quote.source).toBe('ferry')
  })

  it('finds a name in a source of the other language', async () => {
    const { quotes, nearest } = await quoth.ask('Wann ist die Aurora gesunken?')
    expect([...quotes, ...nearest][0]?.quote.source).toBe('ferry')
  })

  it('lists its languages', async () => {
    expect((await quoth.sources()).languages).toEqual(['de', 'en'])
  })
})

it('a library in English says so to whoever asks it in German', async () => {
  const answer = await (await over({ 'ferry.txt': english })).ask('Wie viele Menschen leben in der Hauptstadt?')
  expect(notesOf(answer)).toContain('The question seems to be in German. The library is in English.')
})
