import { describe, expect, it } from 'vitest'
import type { RecognisedLine } from '../../../src/ingest/formats/ocr/recognise.ts'
import { bodySizeOf, pageParts } from '../../../src/ingest/formats/pdf/page-parts.ts'
import type { PageDrawing } from '../../../src/ingest/formats/pdf/piece.ts'
import { withLines } from '../../../src/ingest/formats/pdf/scanned-page.ts'
import { writePages } from '../../../src/ingest/formats/pdf/write-pages.ts'

const empty: PageDrawing = {
  width: 612,
  height: 792,
  pieces: [],
  turned: [],
  rules: [],
  pictures: [],
  drawings: [],
  hidden: 0,
  unmapped: 0,
  glyphs: 0,
  isCut: false,
}

/** A line of typewritten letters, 12 wide and 20 high, on a page of 1224 by 1584. */
const line = (text: string, y: number, height = 20, x = 140): RecognisedLine => ({
  text,
  x,
  y,
  width: 12 * text.length,
  height,
  confidence: 90,
  opensParagraph: false,
})

const blocksOf = (lines: readonly RecognisedLine[]) => {
  const page = withLines(empty, { width: 1224, height: 1584 }, lines)
  return writePages(pageParts([page]), bodySizeOf(page.pieces), new Map([[1, 90]])).blocks.map(
    ({ kind, text }) => `${kind}: ${text}`,
  )
}

const typed = [
  'The minister had his envoy note that they understand',
  'well our position on not making concessions of any kind to',
  'others. They also point out that groups of this kind are',
  'easier to talk to than they were in the years before.',
]

describe('lines that were recognised in a picture', () => {
  it('are a paragraph in one line, though a smudge makes the box of one too high', () => {
    const whole = [`paragraph: ${typed.join(' ')}`]
    const at = (row: number): number => 400 + 22 * row
    expect(blocksOf(typed.map((text, row) => line(text, at(row))))).toEqual(whole)
    expect(blocksOf(typed.map((text, row) => line(text, at(row), row === 1 ? 42 : 20)))).toEqual(whole)
  })

  it('are no heading for the height of their box, unless their letters are wide as well', () => {
    const body = typed.map((text, row) => line(text, 460 + 22 * row))
    expect(blocksOf([line('Notes', 400, 36), ...body])[0]).toBe('paragraph: Notes')
    expect(blocksOf([{ ...line('Notes', 390, 40), width: 120 }, ...body])[0]).toBe('heading: Notes')
  })

  it('are apart where the next word would have found room', () => {
    const items = ['a. the running of a workshop', 'b. evenings of repair', 'c. courses for children']
    expect(blocksOf([...typed, ...items].map((text, row) => line(text, 400 + 22 * row))).slice(1)).toEqual(
      items.map((text) => `list-item: ${text.slice(3)}`),
    )
  })
})
