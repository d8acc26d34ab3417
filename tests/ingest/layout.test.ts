import { describe, expect, it } from 'vitest'
import { paragraphsOf, prose, read, runsOf, sentencesOf } from './support/read.ts'

describe('the layout of plain text', () => {
  it('takes long lines between blank lines as a paragraph each', () => {
    expect(paragraphsOf(read(`${prose[0]}\n\n${prose[1]}\n`))).toEqual([...prose])
  })

  it('takes long lines without blank lines as a paragraph each', () => {
    expect(paragraphsOf(read(prose.join('\n')))).toEqual([...prose])
  })

  it('joins the lines of a hard-wrapped paragraph, and keeps the words as they stand', () => {
    const text = `The harbour of the town was built in 1820, when the first\nmerchants came from the south. It has been repaired three\ntimes since.\n\nThe pier is younger. It was built when the railway came and\nneeded a place to load coal.\n`
    const source = read(text)
    expect(source.paragraphs).toHaveLength(2)
    expect(sentencesOf(source, source.paragraphs[0] ?? { sentences: [] })).toEqual([
      'The harbour of the town was built in 1820, when the first\nmerchants came from the south.',
      'It has been repaired three\ntimes since.',
    ])
  })

  it('opens a paragraph at an indented line of wrapped text', () => {
    const text = `   The Board was founded in 1820 by Mr. J. R. Smith and three\nother merchants. It has looked after the harbour ever since.\n   In the past year the Board met eleven times and approved a\nbudget that is larger than the last.\n`
    expect(paragraphsOf(read(text)).map((paragraph) => paragraph.slice(0, 9))).toEqual(['The Board', 'In the pa'])
  })

  it('joins a wrapped paragraph of an e-mail below its short header lines', () => {
    const text = `From: Jane Doe <jane@example.org>\nTo: crew@example.org\nSubject: Repairs\n\nThe north pier will be closed from Monday because the planks are rotten\nand two people have already fallen. We expect the work to take about\nthree weeks.\n\nBest,\nJane\n`
    expect(paragraphsOf(read(text))).toEqual([
      'The north pier will be closed from Monday because the planks are rotten\nand two people have already fallen. We expect the work to take about\nthree weeks.',
    ])
  })

  it('keeps quoted lines of an e-mail together and their marks outside the words', () => {
    const text = `We answered on the same day, and nobody has written to the office since then.\n\n> Will the ferry still run in the coming weeks? I have heard that it would be\n> moved to the south pier for the time being.\n\nYes, it will run from the south pier, as the notice at the office has been saying\nsince the first of May.\n`
    const source = read(text)
    expect(source.paragraphs.map(({ role }) => role)).toEqual(['prose', 'block-quote', 'prose'])
    expect(runsOf(source, 'markup')).toEqual(['>', '>'])
  })

  it('does not join sentences that stand one a line, even of like length', () => {
    const lines = [
      'The mayor opened the new bridge on Monday in the rain.',
      'She cut the ribbon with the scissors of her father.',
      'Nobody fell into the river, which had been feared.',
      'The old bridge will be taken down in the autumn now.',
    ]
    expect(paragraphsOf(read(lines.join('\n')))).toEqual(lines)
  })

  it('does not join the lines below a headline when the paragraphs run on past every width', () => {
    const long = [`${prose[0]} ${prose[1]}`, `${prose[1]} ${prose[0]}`]
    const header = 'Town Plans a Second Harbour at the Southern End of the Old Pier\nBy Jane Doe\nMarch 14, 2021'
    const { record } = read([header, ...long].join('\n\n'))
    expect(record.title).toBe('Town Plans a Second Harbour at the Southern End of the Old Pier')
    expect(record.author).toEqual([{ family: 'Doe', given: 'Jane' }])
  })

  it('does not join the lines of a poem or of notes', () => {
    expect(paragraphsOf(read('milk\neggs\ncall the plumber\n'))).toEqual(['milk', 'eggs', 'call the plumber'])
  })

  it('reads list items, with their marks outside the words', () => {
    const source = read(`${prose[0]}\n\n- tents and ropes\n- two stoves\n3. a map\n`)
    expect(source.paragraphs.map(({ role }) => role)).toEqual(['prose', 'list-item', 'list-item', 'list-item'])
    expect(runsOf(source, 'markup')).toEqual(['-', '-', '3.'])
  })

  it('takes a short line alone between paragraphs as a heading, which names the section below', () => {
    const source = read(`${prose[0]}\n\nThe storm\n\n${prose[1]}\n`)
    expect(runsOf(source, 'heading')).toEqual(['The storm'])
    expect(source.paragraphs.map(({ section }) => section)).toEqual([[], ['The storm']])
  })

  it('takes numbered and underlined headings', () => {
    const source = read(`Report of the Board\n\n1. Ships\n\n${prose[0]}\n\nCosts\n-----\n\n${prose[1]}\n`)
    expect(runsOf(source, 'heading')).toEqual(['Ships', 'Costs'])
    expect(source.paragraphs.map(({ section }) => section)).toEqual([['Ships'], ['Costs']])
  })

  it('takes short lines in a row as body: they may be a list', () => {
    const source = read(`${prose[0]}\n\nred rope\n\nblue rope\n\n${prose[1]}\n`)
    expect(paragraphsOf(source)).toEqual([prose[0], 'red rope', 'blue rope', prose[1]])
  })

  it('keeps stray marks of tokenised lines outside the sentence, and pairs inside', () => {
    const source = read(
      '" we will look at it , " the mayor said on monday in the town hall\n" the bridge has been closed for a week and the work has not begun\nthe work may take long "\n',
    )
    expect(paragraphsOf(source)).toEqual([
      '" we will look at it , " the mayor said on monday in the town hall',
      'the bridge has been closed for a week and the work has not begun',
      'the work may take long',
    ])
    expect(runsOf(source, 'markup')).toEqual(['"', '"'])
  })

  it('takes a mark that closes the line before, and keeps the one that opens', () => {
    const source = read('" " it is a good bridge , " she added , and went on to speak of the harbour')
    expect(paragraphsOf(source)[0]).toMatch(/^" it is a good bridge , " she added/)
  })

  it('keeps the opening mark of a quotation that goes on in the next paragraph', () => {
    const source = read(`"${prose[0]}\n\n"${prose[1]}" she said.\n`)
    expect(paragraphsOf(source)[0]).toBe(`"${prose[0]}`)
  })
})
