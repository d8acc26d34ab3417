import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type OpenQuoth, openQuoth } from '../../src/app/compose.ts'
import { inEnglish } from '../../src/domain/message.ts'
import { eventually } from '../support/eventually.ts'
import { inEnglishAll } from '../support/in-english.ts'

let folder: string
let open: OpenQuoth | undefined
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quoth-library-'))
})
afterEach(async () => {
  await open?.close()
  open = undefined
  await rm(folder, { recursive: true, force: true })
})

const write = (path: string, text: string): Promise<void> => writeFile(join(folder, path), text)
const sourceOfAnswer = async (question: string): Promise<string | undefined> =>
  (await open?.quoth.ask(question))?.quotes[0]?.citation.source

describe('a folder that is opened', () => {
  it('answers from every document below it, names what it refused, and says how far the reading is', async () => {
    await mkdir(join(folder, 'papers'))
    await write('ferry.txt', 'The ferry to Sorvik sank in a storm off the point.')
    await write('papers/mill.md', '# The Mill\n\nThe miller grinds rye on Thursdays.')
    await write('empty.txt', '')
    const labels: string[] = []
    open = await openQuoth({ folder, data: null, watch: false, progress: (label) => labels.push(label) })
    expect(await sourceOfAnswer('Which ferry sank in a storm?')).toBe('ferry')
    expect(await sourceOfAnswer('What does the miller grind on Thursdays?')).toBe('papers/mill')
    const { cards, refusals } = await open.quoth.sources()
    expect(cards.map(({ id }) => id)).toEqual(['ferry', 'papers/mill'])
    expect(inEnglishAll(refusals)).toEqual([{ path: 'empty.txt', reason: 'It is empty.' }])
    expect(labels).toEqual(expect.arrayContaining(['Reading documents: 2', 'Indexing 2 sources']))
  })

  it('answers from what is read so far, and says how much is missing, while a large document is read', async () => {
    await write('ferry.txt', 'The ferry to Sorvik sank in a storm off the point.')
    await write('a-large-one.txt', 'The mill by the river ground rye in the year of the flood.\n\n'.repeat(3000))
    open = await openQuoth({ folder, data: null, watch: true, patience: 0 })
    const { quoth } = open
    await eventually(() => expect(quoth.unread()).toBeGreaterThan(0))
    const { notes } = await quoth.ask('Which ferry sank in a storm?')
    expect(notes.map(inEnglish).at(-1)).toMatch(/still being read/)
    await eventually(() => expect(quoth.unread()).toBe(0))
    expect(await quoth.size()).toBe(2)
    const answer = await quoth.ask('Which ferry sank in a storm?')
    expect([answer.quotes[0]?.citation.source, answer.notes]).toEqual(['ferry', []])
  })

  it('that is not there gives an empty library that says so', async () => {
    open = await openQuoth({ folder: join(folder, 'nowhere'), data: null, watch: false })
    expect(await open.quoth.ask('Which ferry sank?')).toMatchObject({ kind: 'silent', searched: 0 })
    const { cards, refusals } = await open.quoth.sources()
    expect([cards, refusals.length]).toEqual([[], 1])
    expect(refusals[0]?.path).toContain('nowhere')
  })

  it('is not followed unless that was asked for', async () => {
    await write('ferry.txt', 'The ferry to Sorvik sank in a storm off the point.')
    open = await openQuoth({ folder, data: null, watch: false })
    await write('mill.txt', 'The miller grinds rye on Thursdays.')
    await new Promise((resolve) => setTimeout(resolve, 600))
    expect(await sourceOfAnswer('What does the miller grind on Thursdays?')).toBeUndefined()
  })
})

describe('a folder that is watched', () => {
  it('answers from what was added, changed, renamed and removed', async () => {
    await write('ferry.txt', 'The ferry to Sorvik sank in a storm off the point.')
    open = await openQuoth({ folder, data: null, watch: true })
    await write('mill.txt', 'The miller grinds rye on Thursdays.')
    await eventually(async () => expect(await sourceOfAnswer('What does the miller grind?')).toBe('mill'))

    await write('mill.txt', 'The baker bakes buns on Mondays.')
    await eventually(async () => expect(await sourceOfAnswer('What does the baker bake?')).toBe('mill'))
    expect(await sourceOfAnswer('What does the miller grind?')).toBeUndefined()

    await rename(join(folder, 'mill.txt'), join(folder, 'bakery.txt'))
    await eventually(async () => expect(await sourceOfAnswer('What does the baker bake?')).toBe('bakery'))

    await rm(join(folder, 'bakery.txt'))
    await eventually(async () => expect(await sourceOfAnswer('What does the baker bake?')).toBeUndefined())
    expect(await sourceOfAnswer('Which ferry sank in a storm?')).toBe('ferry')
    expect((await open.quoth.sources()).cards).toHaveLength(1)
    expect((await open.quoth.ask('What does the baker bake?')).unknownTerms).toEqual(['baker', 'bake'])
  })

  it('and removed as a whole, then made again, is answered from again', async () => {
    await write('ferry.txt', 'The ferry to Sorvik sank in a storm off the point.')
    open = await openQuoth({ folder, data: null, watch: true })
    const { quoth } = open
    await rm(folder, { recursive: true })
    await eventually(async () => expect((await quoth.sources()).cards).toEqual([]))
    await mkdir(folder)
    await write('mill.txt', 'The miller grinds rye on Thursdays.')
    await eventually(async () => expect(await sourceOfAnswer('What does the miller grind?')).toBe('mill'))
    expect((await quoth.sources()).refusals).toEqual([])
  })
})
