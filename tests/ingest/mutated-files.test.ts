import { describe, expect, it } from 'vitest'
import { seeded } from '../../bench/seeded.ts'
import { QuothError } from '../../src/domain/error.ts'
import type { Source } from '../../src/domain/source.ts'
import { type Document, readDocument } from '../../src/ingest/read-document.ts'
import { expectLaws } from './support/laws.ts'
import { mutatedFiles } from './support/mutated-files.ts'

/** The source; null where there is a reason why there is none. */
const sourceOf = (document: Document): Source | null => {
  try {
    return readDocument(document)
  } catch (error) {
    if (error instanceof QuothError) return null
    throw error
  }
}

describe("people's files with pieces moved, dropped and repeated", () => {
  it('become sources that keep every law, or are refused with a reason', () => {
    const sources = [...mutatedFiles(60, seeded(11))].flatMap((document) => sourceOf(document) ?? [])
    for (const source of sources) expectLaws(source)
    expect(sources.length).toBeGreaterThan(40)
  })
})
