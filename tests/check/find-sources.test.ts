import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Quoth } from '../../src/quoth.ts'
import { engineOver } from '../support/engine.ts'
import { borneOut, notBorneOut } from './support/statements.ts'

const folder = join(import.meta.dirname, '..', '..', 'seeds')

let quoth: Quoth
beforeAll(async () => {
  const names = readdirSync(folder)
  quoth = (await engineOver(Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))))
    .quoth
})

/** The first quote on a statement; null when there is none. */
const firstOn = async (statement: string): Promise<string | null> => {
  const { statements } = await quoth.findSources(statement)
  return statements[0]?.quotes[0]?.quote.exact ?? null
}

describe('statements about the seeds', () => {
  // Measured when this was written: 36 of 36, and 30 of 30.
  it('find the paragraph that bears on them first, nearly all', async () => {
    const missed: string[] = []
    for (const [statement, words] of borneOut) {
      const first = await firstOn(statement)
      if (!words.split('|').some((each) => first?.includes(each))) missed.push(statement)
    }
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(2)
  })

  it('find nothing when nothing bears on them, nearly all', async () => {
    const found: string[] = []
    for (const statement of notBorneOut) if ((await firstOn(statement)) !== null) found.push(statement)
    expect(found.length, found.join('\n')).toBeLessThanOrEqual(1)
  })
})

describe('a text', () => {
  const one = 'Guo Shengkun is the minister of public security.'

  it('has its statements in order, each with its quotes', async () => {
    const text = `Hello! ${one} Is that so? The library closes at six on Sundays.`
    const { statements, left, searched } = await quoth.findSources(text)
    expect(statements.map(({ statement, quotes }) => [statement, quotes.length > 0])).toEqual([
      [one, true],
      ['The library closes at six on Sundays.', false],
    ])
    expect({ left, searched }).toEqual({ left: 0, searched: 5 })
  })

  it('says which matches are weak', async () => {
    const weak = 'Some Uighurs went to Syria to fight alongside Islamic State.'
    const { statements } = await quoth.findSources(`${one} ${weak} The library closes at six on Sundays.`)
    expect(statements.map(({ isWeak }) => isWeak)).toEqual([false, true, false])
  })

  it('gives two quotes on each of a few statements, one on each of many', async () => {
    const few = await quoth.findSources('Chinese media say militants from Xinjiang went to ISIS for training.')
    expect(few.statements.map(({ quotes }) => quotes.length)).toEqual([2])
    const many = await quoth.findSources(`${'Xinjiang has seen attacks by militants. '.repeat(4)}`)
    for (const { quotes } of many.statements) expect(quotes.length).toBeLessThanOrEqual(1)
  })

  it('looks up eight statements, and says how many more there are', async () => {
    const { statements, left } = await quoth.findSources(`${one} `.repeat(11))
    expect(statements).toHaveLength(8)
    expect(left).toBe(3)
  })

  it('without a statement finds none', async () => {
    for (const text of ['', 'Hello?', '👍'])
      expect(await quoth.findSources(text)).toEqual({ statements: [], left: 0, searched: 5 })
  })

  it.each([
    ['source:nowhere the minister Guo Shengkun spoke before:yesterday.'],
    ['"Guo Shengkun" -is the "minister" of -"public security" after:noon.'],
    [`Guo Shengkun is the minister ${'"public" '.repeat(200)}.`],
    [`Guo Shengkun ${'x'.repeat(5900)} is minister.`],
  ])('restricts nothing by what a question would read as an operator: %.40s', async (text) => {
    await expect(quoth.findSources(text)).resolves.toMatchObject({ searched: 5 })
  })
})
