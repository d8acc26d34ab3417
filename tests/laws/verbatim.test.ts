import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Source } from '../../src/domain/source.ts'
import { engineOver } from '../support/engine.ts'
import { ownDocuments } from '../support/own-documents.ts'
import { anyDocuments, anyQuestion } from '../support/random-documents.ts'

type Message = {
  readonly quote: {
    readonly exact: string
    readonly start: number
    readonly end: number
    readonly prefix: string
    readonly suffix: string
  }
  readonly citation: { readonly id: string; readonly source: string }
}

/**
 * Laws 1 and 6: words and places of a quote are those of the canonical text, which for these documents is the file's.
 */
const expectVerbatim = (
  { quote, citation }: Message,
  sources: ReadonlyMap<string, Source>,
  texts: ReadonlyMap<string, string>,
) => {
  const text = texts.get(citation.source) ?? ''
  const { exact, start, end, prefix, suffix } = quote
  expect(exact).toBe(text.slice(start, end))
  expect(exact.length).toBeGreaterThan(0)
  expect(prefix).toBe(text.slice(Math.max(0, start - 32), start))
  expect(suffix).toBe(text.slice(end, end + 32))
  const others = (sources.get(citation.source)?.runs ?? []).filter(({ kind }) => kind !== 'body' && kind !== 'markup')
  expect(others.filter((run) => run.start < end && start < run.end)).toEqual([])
}

describe('law 1 and law 6: whatever is quoted stands in the file, at the place that is named', () => {
  it('by an answer, a summary and a citation, of any library', async () => {
    let quoted = 0
    await fc.assert(
      fc.asyncProperty(
        anyDocuments,
        fc.array(anyQuestion, { minLength: 1, maxLength: 3 }),
        async (documents, questions) => {
          const { quoth } = await engineOver(documents)
          const { cards } = await quoth.sources()
          const sources = new Map<string, Source>()
          for (const { id } of cards) sources.set(id, (await quoth.source(id)).source)
          const texts = new Map(Object.entries(documents).map(([path, text]) => [path.replace(/\.\w+$/, ''), text]))
          const msg: Message[] = []
          for (const question of questions) {
            const { quotes, nearest } = await quoth.ask(question, { quotes: 8 })
            msg.push(...quotes, ...nearest)
          }
          for (const id of sources.keys()) msg.push(...(await quoth.summarise(id, { sentences: 3 })).sentences)
          for (const one of msg) {
            expectVerbatim(one, sources, texts)
            const cited = await quoth.cite(one.citation.id)
            expect(cited.quote).toEqual(one.quote)
            quoted += 1
          }
        },
      ),
      { numRuns: 60 },
    )
    expect(quoted).toBeGreaterThan(100)
  })

  it('while the documents change under the question', async () => {
    const { quoth, put, remove } = await engineOver(ownDocuments)
    const versions = ['1931', '1932', '1933'].map((year) => `The ferry Aurora sank off Sorvik in ${year}.\n`)
    const change = async (): Promise<void> => {
      for (let round = 0; round < 30; round += 1) {
        const source = await put('ferry.txt', `${'\n'.repeat(round)}${versions[round % versions.length]}`)
        await sleep(2)
        if (round % 5 === 4) await remove(source.id)
      }
    }
    let changing = true
    const changes = change().finally(() => {
      changing = false
    })
    const seen = new Set<string>()
    while (changing) {
      const answer = await quoth.ask('When did the ferry Aurora sink off Sorvik?')
      for (const { quote } of answer.quotes) if (quote.source === 'ferry') seen.add(`${quote.exact}\n`)
      await new Promise((resolve) => setImmediate(resolve))
    }
    await changes
    expect(seen.size).toBeGreaterThan(0)
    for (const exact of seen) expect(versions).toContain(exact)
  })
})
