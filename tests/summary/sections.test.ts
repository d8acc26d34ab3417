import { describe, expect, it } from 'vitest'
import { layoutOf } from '../../src/summary/sections.ts'
import { plainSource } from '../support/plain-source.ts'

const shapeOf = async (source: Parameters<typeof layoutOf>[0]) => {
  const { shape, units } = await layoutOf(source)
  return [shape, units.map(({ section }) => section)] as const
}
const three = 'The first ship comes in.\n\nThe second ship comes in. It leaves.\n\nThe third ship comes in.'

describe('layoutOf', () => {
  it('takes a report of what people said as news, of one section', async () => {
    const source = plainSource({ text: 'The harbour froze, the master said on Monday.\n\nForty ships waited outside.' })
    expect(await shapeOf(source)).toEqual(['news', [0, 0]])
    expect((await shapeOf(plainSource({ text: three, dateline: 'SORVIK' })))[0]).toBe('news')
  })

  it('takes the sections below headings', async () => {
    const source = plainSource({ text: three, paragraph: (number) => ({ section: [`Part ${number}`] }) })
    expect(await shapeOf(source)).toEqual(['sections', [0, 1, 1, 2]])
  })

  it('takes labels that stand for headings, and keeps those in bold with their sentence', async () => {
    const text = '**Rent.** It is due on Monday. It rises.\n\n**Keys.** Two are given.\n\n**Pets.** Cats may stay.'
    const source = plainSource({
      text,
      paragraph: (number) => {
        const paragraph = text.split('\n\n')[number - 1] ?? ''
        const start = text.indexOf(paragraph)
        const ends = [...paragraph.matchAll(/\.\*\*|\.(?=\s|$)/g)].map(({ index, 0: mark }) => index + mark.length)
        return {
          sentences: ends.map((end, at) => ({
            start: start + (at === 0 ? 0 : (ends[at - 1] ?? 0) + 1),
            end: start + end,
          })),
        }
      },
    })
    expect(await shapeOf(source)).toEqual(['sections', [0, 0, 1, 2]])
    expect((await layoutOf(source)).units.map(({ start, end }) => text.slice(start, end))).toEqual([
      '**Rent.** It is due on Monday.',
      'It rises.',
      '**Keys.** Two are given.',
      '**Pets.** Cats may stay.',
    ])
    expect((await layoutOf(source)).units.map(({ label }) => label)).toEqual(['with', 'of-paragraph', 'with', 'with'])
  })

  it('leaves out what is left of a label in bold', async () => {
    const text = 'Freezer space** The freezer is full of old boxes.'
    const source = plainSource({ text, paragraph: () => ({ sentences: [{ start: 0, end: text.length }] }) })
    const [unit] = (await layoutOf(source)).units
    expect(text.slice(unit?.start, unit?.end)).toBe('The freezer is full of old boxes.')
  })

  it('takes an interview by its turns', async () => {
    const text = 'How did it begin?\n\nWith a boat.\n\nAnd how did it end?\n\nWith a bigger boat.'
    const source = plainSource({
      text,
      paragraph: (number) => ({ role: number % 2 === 1 ? 'question' : 'prose', speaker: number % 2 === 1 ? 'Q' : 'A' }),
    })
    expect(await shapeOf(source)).toEqual(['turns', [0, 1, 2, 3]])
  })

  it('takes a long text without headings in equal parts', async () => {
    const text = Array.from({ length: 40 }, (_, at) => `Ship ${at} left the pier.`).join('\n\n')
    const [shape, sections] = await shapeOf(plainSource({ text }))
    expect([shape, new Set(sections).size]).toEqual(['parts', 4])
    const chapters = Array.from({ length: 200 }, (_, at) => `Ship ${at} left, he said.`).join('\n\n')
    expect(new Set((await shapeOf(plainSource({ text: chapters })))[1]).size).toBe(8)
  })

  it('knows which sections say what a document comes to', async () => {
    const names = ['Summary', 'Rooms', 'References']
    const source = plainSource({ text: three, paragraph: (number) => ({ section: [names[number - 1] ?? ''] }) })
    expect((await layoutOf(source)).sections.map(({ bearing }) => bearing)).toEqual([1, 0, -1])
  })
})
