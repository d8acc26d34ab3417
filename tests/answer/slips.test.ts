import { beforeAll, describe, expect, it } from 'vitest'
import type { Quoth } from '../../src/quoth.ts'
import { engineOver } from '../support/engine.ts'
import { notesOf } from '../support/in-english.ts'

const documents = {
  'uighurs.txt': 'A choir of Uighur singers from Urumqi performed for other Uighurs in Gravenstein on Friday evening.',
  'database.txt': 'The coast guard keeps a database of shipwrecks, which divers consult before they go down.',
  'qaida.txt': 'Two brothers who had joined al-Qaida were tried by a court in the capital on Monday.',
  'lower.txt': 'officer shengkun wang spoke of the smuggling of ivory through the northern ports of the province .',
}

let quoth: Quoth
beforeAll(async () => {
  quoth = (await engineOver(documents)).quoth
})

describe('a word that no source has', () => {
  it.each([
    ['Where did the Uigur singers perform?', 'uighurs', '“Uigur” is in no source; searched for “Uighur”.'],
    ['Where did the Uighur sigers perform?', 'uighurs', '“sigers” is in no source; searched for “singers”.'],
    ['What did officer Shengkn say of smuggling?', 'lower', '“Shengkn” is in no source; searched for “Shengkun”.'],
    ['Who spoke of the smuglging of ivory?', 'lower', '“smuglging” is in no source; searched for “smuggling”.'],
    ['Who consults the data base of shipwrecks?', 'database', '“data base” is in no source; searched for “database”.'],
    ['Where were the brothers of alqaida tried?', 'qaida', '“alqaida” is in no source; searched for “al-Qaida”.'],
    ['which court tried the ALQAIDA brothers?', 'qaida', '“ALQAIDA” is in no source; searched for “Al-Qaida”.'],
  ])('is searched for as it was meant, and the asker is told: %s', async (question, source, note) => {
    const answer = await quoth.ask(question)
    expect(answer.quotes[0]?.citation.source).toBe(source)
    expect(notesOf(answer)).toContain(note)
    expect(answer.unknownTerms).toEqual([])
  })

  it.each([
    ['Who sang at Gravensteen?', 'Gravensteen', 'a spelling of a name'],
    ['Who sang for the XQVZ?', 'XQVZ', 'an abbreviation'],
    ['Which singers came from Warsaw?', 'Warsaw', 'another name'],
    ['Is there a database of meteorites?', 'meteorites', 'another word'],
  ])('is not made into another one: %s', async (question, word) => {
    const answer = await quoth.ask(question)
    expect(notesOf(answer).join()).not.toMatch(new RegExp(`“${word}” is in no source; searched for “(?!Gravenstein)`))
  })

  it('is told together with others', async () => {
    const notes = notesOf(await quoth.ask('Which Uigur sigers performed?'))
    expect(notes).toContain('“Uigur” and “sigers” are in no source; searched for “Uighur” and “singers”.')
  })

  it('is told once, however often it is typed', async () => {
    const notes = notesOf(await quoth.ask('Uigur singers, Uigur choir: where did the Uigur choir sing?'))
    expect(notes.filter((note) => note.includes('Uigur'))).toHaveLength(1)
  })
})

describe('a word that a source has', () => {
  it.each([
    'where did the uighur singers perform?',
    'WHERE DID THE UIGHUR SINGERS PERFORM?',
    'Urumqi singers of Friday?',
  ])('is left as it is: %s', async (question) => {
    const answer = await quoth.ask(question)
    expect(answer.quotes[0]?.citation.source).toBe('uighurs')
    expect(notesOf(answer)).toEqual([])
  })

  it('is searched for again once a source has it', async () => {
    const engine = await engineOver(documents)
    expect(notesOf(await engine.quoth.ask('Who are the sigers?')).join()).toContain('“singers”')
    await engine.put('sigers.txt', 'The Sigers are a family of millers in the valley.')
    expect(notesOf(await engine.quoth.ask('Who are the Sigers?'))).toEqual([])
  })
})

describe('a question in another language', () => {
  it.each(['Wer sang in Urumqi?', 'Wo ist Urumqi?', 'Où est Urumqi?', '¿Dónde está el Urumqi?'])(
    'is not said to lack its question words: %s',
    async (question) => {
      expect((await quoth.ask(question)).unknownTerms).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/^(?:wer|wo|ist|où|est|dónde|el)$/i)]),
      )
    },
  )
})
