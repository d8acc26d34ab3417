import { beforeAll, expect, it } from 'vitest'
import { roundsDuring } from '../support/rounds-during.ts'
import { type Checker, checkerOver } from './support/checker.ts'

const words = ['harbour', 'tide', 'lantern', 'keeper', 'vessel', 'market', 'storm', 'council', 'letter', 'bridge']
const wordAt = (at: number): string => words[(at * at + 3 * at + (at >> 5)) % 10] ?? ''

let checker: Checker
beforeAll(async () => {
  const book = Array.from({ length: 250_000 }, (_, at) => wordAt(at))
  book.splice(150_000, 0, 'a quiet heron sat upon the mast')
  checker = await checkerOver({ 'book.txt': book.join(' '), 'note.txt': 'The harbour keeper wrote a letter.' })
  await checker.check('“the harbour of the tide”')
})

it('quotations from a book without full stops leave others their turns', async () => {
  const quotations = Array.from({ length: 20 }, (_, at) => `“the ${wordAt(at)} ${wordAt(7 * at)} ${wordAt(5 * at)}”`)
  expect(await roundsDuring(() => checker.check(quotations.join(' ')))).toBeGreaterThan(20)
})

it('a quotation from the midst of such a book is found', async () => {
  const { quotes } = await checker.check('“a quiet heron sat upon the mast”')
  expect(quotes).toMatchObject([{ verdict: { kind: 'verbatim' } }])
})
