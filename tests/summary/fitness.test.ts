import { describe, expect, it } from 'vitest'
import type { ReadLanguage } from '../../src/language/languages.ts'
import { judgeOf } from '../../src/summary/fitness.ts'
import { layoutOf } from '../../src/summary/sections.ts'
import { plainSource } from '../support/plain-source.ts'

/** What a paragraph of one sentence is worth in a document of ordinary sentences. */
const fitnessOf = async (sentence: string, language: ReadLanguage | null = 'en', isNews = false) => {
  const ordinary = 'The harbour froze on Monday. Forty ships waited outside. A pilot went out to them.'
  const sentences = [{ start: ordinary.length + 2, end: ordinary.length + 2 + sentence.length }]
  const source = plainSource({
    text: `${ordinary}\n\n${sentence}`,
    paragraph: (number) => (number === 2 ? { sentences } : {}),
  })
  const unit = (await layoutOf(source)).units.at(-1)
  if (!unit) throw new Error('There is no sentence.')
  return judgeOf(source, language, isNews).fitnessOf(unit)
}

describe('a sentence', () => {
  it.each([
    'The council voted to sell the lido for two million pounds.',
    'When away for more than five hours you may claim lunch up to £9.',
    'Members who are ill should be treated with kindness.',
    'This policy applies to everyone who uses the network.',
    'These rules exist so that everyone can work here without fear.',
    'Those who have bought a ticket will be let in first.',
    '"Cinderella," the latest retelling of a classic, sparkled in its opening weekend.',
    '"We are not the cause of the cracks," Mr Reyne said.',
    'The former goods yard north of the station has lain empty since 2003.',
    'IT services may be used by all members of staff.',
    'Both the landlord and the tenant keep a copy of the list.',
    'Drilling in tiles is permitted only in the joints.',
  ])('stands on its own: %s', async (sentence) => {
    expect(await fitnessOf(sentence)).toBe('stands')
  })

  it.each([
    'He expects them within a week of the thaw.',
    'However, the council has not yet voted on it.',
    'But the ferry will sail again from Tuesday on.',
    'In it, the prince denied that he had been there.',
    'The tenors, by contrast, are down to three singers.',
    'This was confirmed by the shipping authority on Friday.',
    "That's well above what the studio had expected.",
    'For example, the ferry was late on Tuesday.',
    'The latter has never been paid by the council.',
    '"I thought I was going to help one person with this," she said.',
    '"Nobody ever told us that the wall would be moved to the other side of the river."',
  ])('leans on the one before: %s', async (sentence) => {
    expect(await fitnessOf(sentence)).toBe('leans')
  })

  it.each([
    'Two pounds eleven a week when the season began.',
    'Carried the boats around the falls before lunch.',
    'A batch of material that arrives at one time.',
    '13:05 a routine change to the index was released.',
    'He said: "The wall will not be moved for anybody.',
    'Reporting period: 1 October 2022 to 30 September 2023.',
    'Because life on the moon is anything but easy.',
    'Rent payable in three parts, the first at the handing-over.',
  ])('is a fragment: %s', async (sentence) => {
    expect(await fitnessOf(sentence)).toBe('fragment')
  })

  it.each([
    ['a question', 'What will happen to the forty ships now?'],
    ['too short', 'Nobody knows that.'],
    ['a heading', 'How The Harbour Master Freed Forty Ships'],
    ['a line without a full stop', 'how the harbour master freed forty ships'],
    ['in capitals', 'THE HARBOUR IS CLOSED UNTIL THE ICE HAS GONE.'],
    ['a lead-in', 'The harbour master needs the following things:'],
    ['a row', 'Ice breaker | 3 | is rented for the week | 400.'],
    ['a line of a table of contents', 'How the ice was broken ....... 12'],
    ['a caption', 'Figure 3: The ice breaker leaves the harbour on Friday.'],
    ['a credit', 'The ice breaker leaves the harbour on Friday (Photo: Jane Doe).'],
    ['who reported', "CNN's John Cole and Anna Berg contributed to this report."],
    ['a byline', 'By Anna Berg, who writes about the harbour for this paper.'],
    ['attendance', 'Present: Anna Berg is in the chair, John Cole keeps the minutes.'],
    ['in brackets', '(Typed up by Jonas from a wet book that he found.)'],
    ['in italics', '*The tide tables were printed on the back of this leaflet.*'],
    ['a record', '**When:** it was on Monday at noon **Who:** it was Anna Berg.'],
    ['a courtesy', 'Thank you for choosing an ice breaker from our yard.'],
    ['a call to action', 'Subscribe to our newsletter and get the news every morning.'],
    ['an address', 'The form can be found at https://example.org/forms/ice today.'],
    ['how it came about', 'Adopted by the assembly of members in the third year.'],
  ])('is unfit when it is %s', async (_, sentence) => {
    expect(await fitnessOf(sentence)).toBe('unfit')
  })

  it('with “we” is part of a quotation in the news, unless it says whose', async () => {
    const spoken = 'We will work with all countries on the coast.'
    expect(await fitnessOf(spoken)).toBe('stands')
    expect(await fitnessOf(spoken, 'en', true)).toBe('fragment')
    expect(await fitnessOf(`${spoken.slice(0, -1)}, said the minister.`, 'en', true)).toBe('stands')
  })

  it.each([
    ['de', 'Diese Ordnung gilt für alle Mitglieder des Vereins.', 'stands'],
    ['de', 'Er hat den Antrag im März zurückgezogen.', 'leans'],
    ['de', 'Beschlossen von der Versammlung der Vertreter im Mai.', 'fragment'],
    ['fr', 'Le train en seconde classe est la règle.', 'stands'],
    ['fr', 'Cependant, le maire refuse de trancher la question.', 'leans'],
    ['es', 'El carné es gratuito y se entrega en el acto.', 'stands'],
    ['es', 'Sin embargo, la Junta no ha respondido todavía.', 'leans'],
    [null, 'Kita harus hati terhadap aliran yang ekstrim itu.', 'stands'],
  ] as const)('of %s is judged by the openings of its language: %s', async (language, sentence, fitness) => {
    expect(await fitnessOf(sentence, language)).toBe(fitness)
  })
})
