import { describe, expect, it } from 'vitest'
import { readable } from '../../src/domain/readable.ts'
import { paragraphsOf, prose, read, readMarkdown, runsOf, sentencesOf } from './support/read.ts'

const wrapped =
  'this is the letter of the garden society for the spring, and it is\nlonger than usual because so much has happened since the autumn. We\nhave a new shed.'
const long = `${prose[0]} ${prose[1]} ${prose[0]}`

describe('lines are joined a block at a time', () => {
  it('beside paragraphs on one line each', () => {
    expect(paragraphsOf(read(`${long}\n\n${wrapped}\n\n${long}\n\n${wrapped}\n`))).toEqual([
      long,
      wrapped,
      long,
      wrapped,
    ])
  })

  it('and items without marks are not, though they begin with small letters', () => {
    const text = `${wrapped}\n\nTo bring:\ngloves\na spade\nsomething to eat\n\n${wrapped}\n`
    expect(paragraphsOf(read(text))).toEqual([wrapped, 'To bring:', 'gloves', 'a spade', 'something to eat', wrapped])
  })

  it('and the lines of a poem among wrapped ones are not', () => {
    const poem =
      "I lit the lamp at four o'clock\nAnd trimmed it until ten,\nI heard the water at the rock\nAnd lit the lamp again."
    expect(paragraphsOf(read(`${wrapped}\n\n${poem}\n\n${wrapped}\n`))).toEqual([wrapped, ...poem.split('\n'), wrapped])
  })

  it('into paragraphs where no blank line divides them', () => {
    const source = read(
      [
        'Running a repair day takes less than you think. We have now held',
        'eighteen of them in the branch library, and most of the tools were',
        'lent to us by neighbours.',
        'Volunteers come back when they are fed. Soup for twenty costs about',
        'forty euros, and the baker gives us what is left of the morning.',
        'What it costs',
        'Nobody pays for a repair, but a box stands at the door. In the last',
        'year it held 812 euros, of which we bought two sewing machines.',
      ].join('\n'),
    )
    expect(paragraphsOf(source).map((paragraph) => paragraph.slice(0, 10))).toEqual([
      'Running a ',
      'Volunteers',
      'What it co',
      'Nobody pay',
    ])
  })

  it('in the narrow lines of one column', () => {
    const text =
      'The bridge over the mill\nstream will be closed for\nmost of the summer, since\nthe beams are rotten. The\ncouncil hopes that it can\nbe opened again before the\nharvest, when the carts\nhave to pass over it.'
    expect(paragraphsOf(read(text))).toEqual([text])
  })

  it('and a number that opens a line goes on with its sentence', () => {
    const text =
      'Der Gemeinderat hat den Haushalt nach langer Debatte am Abend des\n12. März beschlossen, und zwar mit neun Stimmen gegen zwei und ohne\nweitere Aussprache. Der Bürgermeister dankte allen, die daran über\nWochen mitgearbeitet haben.'
    expect(paragraphsOf(read(text))).toEqual([text])
  })
})

describe('a sentence that a name in bold divides over lines', () => {
  it.each([
    'The rule “helps families with a sick child,”\nDirector Maya Lindqvist said\n. “If a parent is at work, somebody must stay home.”',
    'The money comes from the\nLindqvist Foundation\n, which has paid for the buses since 2016.',
    'The council has asked\nMaya Lindqvist\nto look into it before the winter.',
  ])('is one: %s', (text) => {
    const source = read(`Schools to Close Later\n\n${text}\n\n${long}\n`)
    expect(paragraphsOf(source)).toEqual([text, long])
  })

  it('begins no sentence with its full stop', () => {
    const source = read(
      'Schools to Close\n\nIt helps, the\nDirector Maya Lindqvist said\n. “Somebody must stay home.”\n',
    )
    for (const paragraph of source.paragraphs)
      for (const sentence of sentencesOf(source, paragraph)) expect(sentence).not.toMatch(/^\./)
  })

  it('but a headline, a name and a job are not one', () => {
    const { record } = read(`Town plans second harbour\nJane Doe\nstaff writer\n\n${prose[0]}\n\n${prose[1]}\n`)
    expect(record.title).toBe('Town plans second harbour')
  })
})

describe('a word that a line break divides', () => {
  const shown = (text: string, path = 'a.txt'): string => {
    const source = read(text, path)
    return source.paragraphs.map((paragraph) => readable(source, paragraph).replace(/\s+/g, ' ')).join(' ¶ ')
  }

  it.each([
    ['all that important infor-\nmation about it', 'all that important information about it'],
    ['and the well-\nknown mayor came', 'and the well-known mayor came'],
    ['of the twenty-\nfirst ward of it', 'of the twenty-first ward of it'],
    ['asked the mother-in-\nlaw of the clerk', 'asked the mother-in-law of the clerk'],
    ['the Anglo-\nSaxon league of towns', 'the Anglo-Saxon league of towns'],
    ['the London-\nbased trust said', 'the London-based trust said'],
    ['in pre-\nand post-war houses', 'in pre- and post-war houses'],
    ['of the soft\u00ad\nness of its stone', 'of the softness of its stone'],
    ['the gov\u2010\nernment said so', 'the government said so'],
    ['the zorb-\nlings ran, and all zorblings run', 'the zorblings ran, and all zorblings run'],
    ['the zorb-\nlings ran, and all zorb-lings run', 'the zorb-lings ran, and all zorb-lings run'],
  ])('is read whole, or keeps its own hyphen: %j', (text, whole) => {
    expect(shown(`He wrote down, as he had been told to, that ${text}.`)).toBe(
      `He wrote down, as he had been told to, that ${whole}.`,
    )
  })

  it('is read so in German, where a capital keeps its hyphen', () => {
    const text =
      'Der Gemeinderat hat den Haus-\nhalt beschlossen und die Haftpflicht-\nVersicherung der Feuerwehr um drei Jahre ver-\nlängert, weil das Angebot günstig war.'
    expect(shown(text)).toContain(
      'den Haushalt beschlossen und die Haftpflicht-Versicherung der Feuerwehr um drei Jahre verlängert',
    )
  })

  it('stays as it is in the text, and in code', () => {
    const source = readMarkdown('Some infor-\nmation about the harbour of it.\n\n```\na-\nb\n```\n')
    expect(source.text).toContain('infor-\nmation')
    expect(runsOf(source, 'markup').filter((run) => run === '-')).toHaveLength(1)
  })
})
