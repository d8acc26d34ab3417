import { describe, expect, it } from 'vitest'
import { definedAcronyms } from '../../src/language/acronyms.ts'
import { expectGrowth } from '../support/growth.ts'

const pairs = (text: string): readonly string[] => definedAcronyms(text).map(({ short, long }) => `${short} = ${long}`)

describe('definedAcronyms', () => {
  it.each([
    ['The International Monetary Fund (IMF) said so.', 'IMF = International Monetary Fund'],
    [
      'the Organisation for Economic Co-operation and Development (OECD)',
      'OECD = Organisation for Economic Co-operation and Development',
    ],
    ['The Ministry of Foreign Affairs of Japan (MOFA) replied.', 'MOFA = Ministry of Foreign Affairs of Japan'],
    ['It uses the hypertext transfer protocol (HTTP).', 'HTTP = hypertext transfer protocol'],
    ['deoxyribonucleic acid (DNA)', 'DNA = deoxyribonucleic acid'],
    ['GDP (gross domestic product) rose.', 'GDP = gross domestic product'],
    ['the Federal Bureau of Investigation (“FBI”)', 'FBI = Federal Bureau of Investigation'],
    ['the European Union, or EU, agreed', 'EU = European Union'],
    ['NATO stands for North Atlantic Treaty Organization.', 'NATO = North Atlantic Treaty Organization'],
    ['WHO is a common abbreviation for the World Health Organization.', 'WHO = World Health Organization'],
    ['Burma, also known as Myanmar, is in Asia.', 'Burma = Myanmar'],
    ['the world health organization ( who ) said', 'who = world health organization'],
    ['the coast patrol of the north ( cpn ) said', 'cpn = coast patrol of the north'],
    ['etm -- also known as the eastern trade movement -- met', 'etm = eastern trade movement'],
  ])('reads %s', (text, pair) => {
    expect(pairs(text)).toContain(pair)
  })

  it('reads the second short name of a lower-case definition', () => {
    expect(pairs('etm -- also known as the eastern trade movement or em')).toEqual(['etm = eastern trade movement'])
    expect(pairs('ets -- also known as the trade movement or tm')).toEqual([
      'ets = trade movement',
      'tm = trade movement',
    ])
  })

  it.each([
    'He left (the US) on Monday.',
    'They met in sydney ( is ) and left.',
    'The town (pop. 300) is small.',
    'He is old (he said).',
    'The group known as Red Sails said so.',
    'See the list (below).',
    'Anna (left) and Bo (right) wave.',
  ])('finds nothing in: %s', (text) => {
    expect(pairs(text)).toEqual([])
  })

  it('gives each pair once, however often it stands', () => {
    expect(pairs('World Bank (WB). World Bank (WB). world bank (wb)')).toEqual(['WB = World Bank'])
  })

  it('takes no part of an endless word for a name', () => {
    expect(pairs(`NATO stands for ${'North'.repeat(20)} Treaty.`)).toEqual([])
  })

  it.each(['A-', 'A.', 'A&', "A'", 'A’', 'A A-', `${'A-'.repeat(15)} `, 'AB is short for A.'])(
    'takes work that grows with the length of a row of %j',
    async (unit) => {
      const read = (length: number) => definedAcronyms(unit.repeat(Math.ceil(length / unit.length)))
      await expectGrowth(read, { size: 4000, factor: 8, below: 30 })
    },
  )
})
