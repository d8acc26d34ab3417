import { describe, expect, it } from 'vitest'
import { mergesDue } from '../../src/index/memory/merge-segments.ts'
import type { Segment, SegmentSource } from '../../src/index/memory/segment.ts'
import { allLive, type LiveSegment, liveSize, withoutSources } from '../../src/index/memory/segment.ts'

/** What the policy looks at of a segment: how many passages it has, and of which sources. */
const segmentOf = (passages: number): LiveSegment => {
  const source = { first: 0, passages } as SegmentSource
  return allLive({ sources: [source], starts: new Uint32Array(passages) } as unknown as Segment)
}

/**
 * Adds segments of these sizes one by one; tells the number of segments at its highest, and passages moved by merges.
 */
const addAll = (sizes: Iterable<number>) => {
  let segments: readonly LiveSegment[] = []
  let moved = 0
  let most = 0
  for (const size of sizes) {
    segments = [...segments, segmentOf(size)]
    for (let due = mergesDue(segments); due.length > 0; due = mergesDue(segments)) {
      const sizesMade = due.map((group) => group.reduce((sum, each) => sum + liveSize(each), 0))
      moved += sizesMade.reduce((sum, made) => sum + made, 0)
      segments = [...segments.filter((each) => !due.flat().includes(each)), ...sizesMade.map(segmentOf)]
    }
    most = Math.max(most, segments.length)
  }
  return { segments, moved, most }
}

describe('which segments are merged', () => {
  it.each([
    ['one passage', 1, 5000],
    ['35 passages', 35, 3000],
    ['1,000 passages', 1000, 300],
  ])(
    'keeps few segments and moves each passage a few times when sources of %s are added one by one',
    (_, size, times) => {
      const { segments, moved, most } = addAll(new Array<number>(times).fill(size))
      const total = size * times
      expect(segments.reduce((sum, each) => sum + liveSize(each), 0)).toBe(total)
      expect(most).toBeLessThanOrEqual(20 + total / 16_384)
      expect(moved / total).toBeLessThanOrEqual(9)
    },
  )

  it('makes none so large that merging it takes long, and leaves large ones alone', () => {
    const { segments } = addAll([...new Array<number>(40).fill(9000), 100_000, 20_000])
    const made = segments.filter((each) => liveSize(each) !== 100_000)
    expect(made.length).toBe(segments.length - 1)
    for (const each of made) expect(liveSize(each)).toBeLessThanOrEqual(32_768)
  })

  it('makes a segment anew of which most was removed', () => {
    const segment = {
      sources: [
        { first: 0, passages: 6 },
        { first: 6, passages: 5 },
      ],
      starts: new Uint32Array(11),
    } as unknown as Segment
    const [large, small] = segment.sources as readonly [SegmentSource, SegmentSource]
    const mostLeft = withoutSources(allLive(segment), [small])
    const leastLeft = withoutSources(allLive(segment), [large])
    expect(mergesDue([allLive(segment), mostLeft])).toEqual([])
    expect(mergesDue([allLive(segment), leastLeft])).toEqual([[leastLeft]])
  })
})
