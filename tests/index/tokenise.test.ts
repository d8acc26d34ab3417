import { describe, expect, it } from 'vitest'
import { tokenise } from '../../src/index/analyser.ts'

const foldedOf = (text: string): readonly string[] => tokenise(text).map(({ folded }) => folded)

describe('the month of May, whose name is a verb that no search looks for', () => {
  it.each([
    'What was decided in May?',
    'what was decided in may?',
    'They met on 11 May 2023.',
    'May 3 was a holiday.',
    'MINUTES OF MAY',
    'lights out on 3rd may 2020',
    'The ban (May to June) was lifted.',
    'Theresa May resigned.',
  ])('is a word of its own: %s', (text) => {
    expect(foldedOf(text)).toContain('MAY')
  })

  it.each([
    'May drivers charge at home?',
    'Sales in 2014 may fall.',
    'It rained. May they stay dry.',
    'you may take 3',
    'WHO MAY VOTE',
  ])('is told from the verb: %s', (text) => {
    expect(foldedOf(text)).toContain('may')
    expect(foldedOf(text)).not.toContain('MAY')
  })
})

describe('marks that make another name of a letter', () => {
  it.each([
    ['C++ and C#, or g++', ['c++', 'and', 'c#', 'or', 'g++']],
    ['C++17, A+B', ['c++', '17', 'a', 'b']],
    ['a .NET app, but example.net', ['a', 'dotnet', 'app', 'but', 'example', 'net']],
  ])('belong to it: %s', (text, words) => {
    expect(foldedOf(text)).toEqual(words)
  })
})

describe('a hyphen that some leave out', () => {
  it.each([
    ['B-12, F‑16s and MH-370', ['b12', 'f16s', 'and', 'mh370']],
    ['X-rays, T-shirts, E-MAIL, e mail', ['xrays', 'tshirts', 'email', 'email']],
    ['COVID-19, mid-1990s, 1-2, A-1-2', ['covid', '19', 'mid', '1990', 's', '1', '2', 'a', '1', '2']],
    ['a T-cell, a U-boat', ['a', 't', 'cell', 'a', 'u', 'boat']],
  ])('makes one word or two: %s', (text, words) => {
    expect(foldedOf(text)).toEqual(words)
  })

  it('gives every word the span that it has in the text', () => {
    const text = 'the X-ray of B-12 in C++'
    expect(tokenise(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'the',
      'X-ray',
      'of',
      'B-12',
      'in',
      'C++',
    ])
  })
})

describe('a letter that is a word unless it names something', () => {
  it.each(['Crew A won.', 'vitamin A', 'what is hepatitis a?', 'Is it A or B?', 'hepatitis A in children'])(
    'is a name: %s',
    (text) => {
      expect(foldedOf(text)).toContain('A')
    },
  )

  it.each(['World War I began', 'Part I', 'Charles I of Spain', 'He saw Elizabeth I die.'])(
    'is a number: %s',
    (text) => {
      expect(foldedOf(text)).toContain('I')
    },
  )

  it.each([
    'A crew won.',
    'is it plan a party',
    'Once Upon A Time',
    'Can I go?',
    'Yes I do. Today I do.',
    'in case I fall ill',
  ])('is a word: %s', (text) => {
    expect(foldedOf(text)).not.toContain('A')
    expect(foldedOf(text)).not.toContain('I')
  })
})

describe('letters that few keyboards have', () => {
  it.each([
    ['Łukasz', 'lukasz'],
    ['GROẞMANN', 'grossmann'],
    ['Großmann', 'grossmann'],
    ['Đorđe', 'dorde'],
    ['Þórður', 'thordur'],
    ['Sørensen', 'sorensen'],
    ['Ægir', 'aegir'],
    ['sœur', 'soeur'],
    ['Yıldız', 'yildiz'],
    ['İstanbul', 'istanbul'],
    ['Ħamrun', 'hamrun'],
    ['oﬃce', 'office'],
    ['ﬁre', 'fire'],
  ])('are read as those that stand for them: %s', (word, folded) => {
    expect(foldedOf(word)).toEqual([folded])
    expect(foldedOf(word.toLowerCase())).toEqual([folded])
  })

  it.each(['infor\u00admation', 'infor\u200bmation', 'infor\u2060mation', '\u00adinformation'])(
    'stay one word around what nobody sees: %j',
    (word) => {
      expect(foldedOf(`the ${word} desk`)).toEqual(['the', 'information', 'desk'])
    },
  )

  it('are no word alone', () => {
    expect(foldedOf('a \u00ad b')).toEqual(['a', 'b'])
  })
})

describe('the name of a column', () => {
  it.each([
    ['avail_seat_km_per_week', ['avail', 'seat', 'km', 'per', 'week']],
    ['availSeatKmPerWeek', ['avail', 'seat', 'km', 'per', 'week']],
    ['incidents_85_99', ['incidents', '85', '99']],
  ])('is the words that it is made of: %s', (text, words) => {
    expect(foldedOf(text)).toEqual(words)
  })

  it.each(['easyJet', 'YouTube', 'McDonald', 'iPhone', 'BlackLivesMatter'])('is no brand or name: %s', (text) => {
    expect(foldedOf(text)).toEqual([text.toLowerCase()])
  })

  it('leaves each word at its place', () => {
    expect(tokenise('The seatsPerWeek of it').map(({ start, end }) => [start, end])).toEqual([
      [0, 3],
      [4, 9],
      [9, 12],
      [12, 16],
      [17, 19],
      [20, 22],
    ])
  })
})
