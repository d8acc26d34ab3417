import { describe, expect, it } from 'vitest'
import { chats } from './labelled-chats.ts'
import { otherLabels } from './labelled-lines.ts'
import { transcripts } from './labelled-turns.ts'
import { figuresOf, placesOf } from './measure.ts'
import { moreTranscripts } from './more-labelled-turns.ts'

const all = [...transcripts, ...chats, ...moreTranscripts, ...otherLabels]

describe('who speaks', () => {
  it.each(all)('is told in $name', (labelled) => {
    const { wrong, missed } = figuresOf(placesOf(labelled))
    expect({ wrong, missed }).toEqual({ wrong: [], missed: [] })
  })

  it('is wrong in none of 200 labelled turns, nor in 80 places where nobody speaks', () => {
    const { turns, silent, precision, recall } = figuresOf(all.flatMap(placesOf))
    expect(turns).toBeGreaterThanOrEqual(200)
    expect(silent).toBeGreaterThanOrEqual(80)
    expect(precision).toBe(1)
    expect(recall).toBeGreaterThanOrEqual(0.98)
  })
})
