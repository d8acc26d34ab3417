import { beforeEach, describe, expect, it } from 'vitest'
import { sourceId } from '../../src/domain/source.ts'
import { askedInWords, type OpenedIndex, places } from '../support/asked-in-words.ts'
import { writtenSource } from '../support/written-source.ts'

/**
 * The part of the PassageIndex contract that is about words: how common they are, their spellings, families and
 * acronyms.
 */
export const passageVocabularyContract = (open: () => OpenedIndex): void => {
  let asked: ReturnType<typeof askedInWords>
  beforeEach(() => {
    asked = askedInWords(open())
  })

  describe('what it knows of a word', () => {
    it('is in how many passages the word stands, in any inflection', async () => {
      const { index, termsOf, knowledgeOf } = asked
      await index.replace([writtenSource('a', ['They fled.', 'She flees; he had fled.', 'The ferry sank.'])])
      expect(await knowledgeOf('flee')).toMatchObject({ passages: 2, variants: [] })
      const [flee] = termsOf('fleeing')
      expect(await index.documentFrequencies([flee?.term ?? '', 'nowhere'])).toEqual([2, 0])
    })

    it.each([
      ['Uyghur', 'Uighurs live in the region.'],
      ['Uighur', 'Uyghur farmers live in the region.'],
      ['Qaida', 'Members of Qaeda were seen.'],
      ['Kiev', 'The train to Kyiv was late.'],
      ['Vologda', 'The train to Wologda was late.'],
      ['Qaddafi', 'A portrait of Kadhafi hung there.'],
    ])('is that %s stands in another spelling in “%s”', async (word, text) => {
      const { index, knowledgeOf } = asked
      await index.replace([writtenSource('a', [text])])
      const { variants, passages } = await knowledgeOf(word)
      expect([passages, variants.length]).toEqual([0, 1])
      expect(places(await index.search([{ term: variants[0] ?? '', weight: 1 }], { limit: 5 }))).toEqual(['a:0'])
    })

    it('is not that two words of the language are one', async () => {
      const { index, knowledgeOf } = asked
      await index.replace([writtenSource('a', ['The palace stood empty.', 'The border was closed.'])])
      expect((await knowledgeOf('police')).variants).toEqual([])
      expect((await knowledgeOf('burden')).variants).toEqual([])
    })

    it('is a word of the same family for want of the word itself, and only then', async () => {
      const { index, knowledgeOf } = asked
      await index.replace([writtenSource('a', ['Russian ships came.'])])
      expect(await knowledgeOf('Russia')).toMatchObject({ passages: 0, relatives: ['russian'] })
      await index.replace([writtenSource('b', ['Ships of Russia came.'])])
      expect(await knowledgeOf('Russia')).toMatchObject({ passages: 1, relatives: [] })
    })

    it.each([
      ['Washingtno', 'Ships of Washington came.', 'washington', 1],
      ['Wahsingtn', 'Ships of Washington came.', 'washington', 2],
      ['Hargbor', 'The old harbor lay there.', 'harbor', 1],
      ['oorwegia', 'The Norwegian ships of Noorwegia.', 'noorwegia', 1],
    ])('is for %s, which no one knows, what was meant in “%s”', async (word, text, form, slips) => {
      const { index, knowledgeOf, analyser } = asked
      await index.replace([writtenSource('a', [text, text])])
      const { corrections } = await knowledgeOf(word)
      expect(corrections[0]).toEqual({ form, term: analyser.termOf(form), passages: 2, slips })
    })

    it.each([
      ['a word of the language', 'palace', 'The place was empty.'],
      ['a short word', 'kyv', 'The train to Kyiv was late.'],
      ['a word that is two slips from a short one', 'Kjyvw', 'The train to Kyiv was late.'],
      ['a number', '20145', 'The train of 2014 was late; so was that of 20146.'],
      ['a word that is there', 'Uyghur', 'Uyghur ships came to Uygur ports.'],
      ['a stop word’s near miss', 'theyre', 'They were there.'],
    ])('is no other word for %s', async (_, word, text) => {
      const { index, knowledgeOf } = asked
      await index.replace([writtenSource('a', [text])])
      expect((await knowledgeOf(word)).corrections).toEqual([])
    })

    it('is at most three other words: fewest slips, then the same first letter, then the commonest, then by alphabet', async () => {
      const { index, knowledgeOf } = asked
      const forms = ['Zarvento', 'Zarvenlo', 'Barvenko', 'Tarvento', 'Zarvenpo']
      await index.replace([writtenSource('a', [...forms, ...forms.slice(1), 'Zarvenpo again'])])
      const nearest = async (word: string) => (await knowledgeOf(word)).corrections.map(({ form }) => form)
      expect(await nearest('Zarvenko')).toEqual(['zarvenpo', 'zarvenlo', 'zarvento'])
      expect(await nearest('Tarvenko')).toEqual(['tarvento', 'barvenko', 'zarvenpo'])
    })

    it('counts a passage once, however often and in whatever inflection the word stands there and in its context', async () => {
      const { index, termsOf, knowledgeOf } = asked
      const written = (id: string) =>
        writtenSource(id, [
          { text: 'Zarvento ferries: a ferry, Zarvento, ferries, ferry.', context: 'Ferry of Zarvento' },
        ])
      const [ferry] = termsOf('ferry')
      const known = async () => ({
        ferry: await index.documentFrequencies([ferry?.term ?? '']),
        form: (await knowledgeOf('Zarventho')).corrections.map(({ form, passages }) => [form, passages]),
      })
      await index.replace([written('a'), written('b'), written('c')])
      expect(await known()).toEqual({ ferry: [3], form: [['zarvento', 3]] })
      await index.remove(sourceId('a'))
      expect(await known()).toEqual({ ferry: [2], form: [['zarvento', 2]] })
    })

    it('is forgotten with the last source that had it', async () => {
      const { index, knowledgeOf } = asked
      await index.replace([writtenSource('a', ['Uighur farmers and Russian ships.'])])
      await index.remove(sourceId('a'))
      for (const word of ['Uyghur', 'Russia', 'farmer'])
        expect(await knowledgeOf(word)).toEqual({
          passages: 0,
          variants: [],
          relatives: [],
          corrections: [],
          compounds: [],
          parts: [],
        })
    })

    it('is what the vocabulary has that it is given', async () => {
      const { index, analyser } = asked
      const other = open().index
      const xuar = { short: 'XUAR', long: 'Xinjiang Uyghur Autonomous Region' }
      await index.replace([writtenSource('a', ['Uyghur ships came.'], [{ ...xuar, short: 'XAR' }])])
      await other.replace([writtenSource('b', ['Uighur farmers of Noorwegia.', 'Russian ships.'], [xuar])])
      const tokens = analyser.analyse('Uygur Noorwegai Russia ships')
      expect(await index.lookUp(tokens, null, other.vocabulary)).toEqual(await other.lookUp(tokens))
      expect(await index.acronyms(['xinjiang'], other.vocabulary)).toEqual(await other.acronyms(['xinjiang']))
      expect(await other.acronyms(['xinjiang'])).toHaveLength(1)
    })

    describe('in German', () => {
      const knownOf = async (word: string) => {
        const { index, analyser } = asked
        const german = analyser.in('de')
        const [known] = await index.lookUp(german.analyse(word), 'de')
        return { ...known, termOf: (text: string) => german.analyse(text).map(({ term }) => term) }
      }
      const put = (...texts: string[]) => asked.index.replace([writtenSource('a', texts, [], 'de')])

      it('is in which compounds it is the last word, or the first before another', async () => {
        await put(
          'Die Haftpflichtversicherung zahlt.',
          'Der Versicherungsschein liegt im Schrank.',
          'Ein Schein fehlt.',
        )
        const { passages, compounds, termOf } = await knownOf('Versicherung')
        expect(passages).toBe(0)
        expect(compounds).toEqual(termOf('Haftpflichtversicherung Versicherungsschein'))
      })

      it('is in no word that only begins with the same letters', async () => {
        await put('Die Vereinbarung gilt.')
        expect((await knownOf('Verein')).compounds).toEqual([])
      })

      it.each([
        ['Vertragskündigung', 'Die Kündigung des Vertrags ist möglich.', 'Vertrag Kündigung'],
        ['Wohnungsschlüssel', 'Der Schlüssel zur Wohnung liegt dort.', 'Wohnung Schlüssel'],
        ['Spesenordnung', 'Die Ordnung liegt aus.', 'Ordnung'],
      ])('are the parts of %s that “%s” has', async (word, text, parts) => {
        await put(text)
        const known = await knownOf(word)
        expect(known.parts).toEqual(known.termOf(parts))
      })
    })

    it('is the term of the same word in another language', async () => {
      const { index, analyser, knowledgeOf } = asked
      await index.replace([writtenSource('a', ['Las habitaciones fueron cerradas.'], [], 'es')])
      const term = analyser.in('es').termOf('habitaciones')
      expect(await knowledgeOf('habitaciones')).toMatchObject({ variants: [term] })
      await index.remove(sourceId('a'))
      expect(await knowledgeOf('habitaciones')).toMatchObject({ variants: [] })
    })

    it('is nothing of a word that says nothing in its language', async () => {
      const { index, found } = asked
      await index.replace([writtenSource('a', ['Die Fähre war voll.'], [], 'de'), writtenSource('b', ['A war.'])])
      expect(await found('war')).toEqual(['b:0'])
    })
  })

  it('counts its sources by language, and forgets those that are removed', async () => {
    const { index } = asked
    await index.replace([
      writtenSource('a', ['Eins.'], [], 'de'),
      writtenSource('b', ['Zwei.'], [], 'de'),
      writtenSource('c', ['Three.']),
    ])
    expect(await index.languages()).toEqual(
      new Map([
        ['de', 2],
        [null, 1],
      ]),
    )
    await index.remove(sourceId('a'))
    await index.remove(sourceId('c'))
    expect(await index.languages()).toEqual(new Map([['de', 1]]))
  })

  describe('acronyms', () => {
    const xuar = { short: 'XUAR', long: 'Xinjiang Uyghur Autonomous Region' }

    it('are given as terms, once however many sources spell them out', async () => {
      const { index, analyser } = asked
      await index.replace([writtenSource('a', ['x'], [xuar]), writtenSource('b', ['y'], [xuar])])
      const long = analyser.analyse(xuar.long).map(({ term }) => term)
      expect(await index.acronyms(['xuar', 'IS'])).toEqual([{ short: analyser.termOf('xuar'), long }])
    })

    it('leave with the last source that spells them out, and come back with it', async () => {
      const { index } = asked
      const [a, b] = [writtenSource('a', ['x'], [xuar]), writtenSource('b', ['y'], [xuar])]
      await index.replace([a, b])
      await index.remove(sourceId('a'))
      expect(await index.acronyms(['xuar', 'IS'])).toHaveLength(1)
      await index.replace([writtenSource('b', ['y'])])
      expect(await index.acronyms(['xuar', 'IS'])).toEqual([])
      await index.replace([a])
      expect(await index.acronyms(['xuar', 'IS'])).toHaveLength(1)
    })

    it('whose letters are a common word are read as the name', async () => {
      const { index } = asked
      await index.replace([writtenSource('a', ['x'], [{ short: 'is', long: 'islamic state' }])])
      expect(await index.acronyms(['xuar', 'IS'])).toHaveLength(1)
    })
  })

  it('counts passages and the mean number of their terms, context apart', async () => {
    const { index } = asked
    await index.replace([
      writtenSource('a', [{ text: 'The ferry sank.', context: 'A storm in winter' }, 'Four big black ships.']),
    ])
    expect(await index.statistics()).toEqual({ passages: 2, meanLength: 3 })
    await index.remove(sourceId('a'))
    expect(await index.statistics()).toEqual({ passages: 0, meanLength: 0 })
  })
}
