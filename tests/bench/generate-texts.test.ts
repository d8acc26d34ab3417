import { describe, expect, it } from 'vitest'
import { generateTexts } from '../../bench/generate-texts.ts'

const documents = [
  { id: 'a', title: 'Ships', text: 'Forty ships waited in the harbour. No pilot would go out to them for a week.' },
  { id: 'b', title: 'Mills', text: 'The mill on the river burnt down in March. Nobody was hurt in the fire.' },
]

describe('generated texts', () => {
  it('are the same every time, as many as asked for, ten a document', () => {
    const texts = generateTexts(documents, 25)
    expect(texts).toEqual(generateTexts(documents, 25))
    expect(new Set(texts.map(({ id }) => id)).size).toBe(25)
    expect(new Set(texts.map(({ document }) => document)).size).toBe(3)
  })

  it('are sentences of the collection, long enough to be passages of their own', () => {
    for (const { text } of generateTexts(documents, 20)) {
      expect(text.split(/\s+/).length).toBeGreaterThanOrEqual(60)
      expect(text.replace(/Forty ships .*?\.|No pilot .*?\.|The mill .*?\.|Nobody .*?\./g, '').trim()).toBe('')
    }
  })
})
