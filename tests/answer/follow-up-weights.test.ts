import { beforeAll, describe, expect, it } from 'vitest'
import { interpret } from '../../src/answer/interpret.ts'
import type { Concept, Interpretation } from '../../src/answer/query.ts'
import { parseQuestion } from '../../src/answer/question-syntax.ts'
import type { PassageIndex } from '../../src/index/port.ts'
import { analyser, engineOver } from '../support/engine.ts'

let index: PassageIndex
beforeAll(async () => {
  ;({ index } = await engineOver({
    'report.txt': `In 2013 the coast guard seized forty boats in the harbour of Halle.

Mayor Lind praised the coast guard. Mayor Berg blamed the harbour for the fire.

The fish market sold nine hundred crates of herring in June 2014. The crates were sold by weight.`,
  }))
})

const read = (question: string, ...earlier: readonly string[]) =>
  interpret(parseQuestion(question), index, analyser, earlier)
const concept = ({ concepts }: Interpretation, folded: string): Concept => {
  const found = concepts.find((each) => each.folded === folded)
  if (found === undefined) throw new Error(`no “${folded}” among ${concepts.map((each) => each.folded).join(', ')}`)
  return found
}

describe('a word of an earlier question counts half of what it counts by itself', () => {
  it('in what it tells, and in what is looked up', async () => {
    const alone = await read('herring crates?')
    const followed = await read('and boats?', 'herring crates?')
    for (const word of ['herring', 'crates']) {
      const [before, after] = [concept(alone, word), concept(followed, word)]
      expect(before.weight).toBeGreaterThan(0)
      expect(after.weight).toBeCloseTo(before.weight / 2)
      expect(after.terms).toEqual(before.terms.map(({ term, weight }) => ({ term, weight: weight / 2 })))
    }
    expect(followed.terms).toEqual(followed.concepts.flatMap(({ terms }) => terms))
  })

  it('and a quarter, two questions later', async () => {
    const alone = await read('herring?')
    const followed = await read('and the fire?', 'herring?', 'and boats?')
    expect(concept(followed, 'herring').weight).toBeCloseTo(concept(alone, 'herring').weight / 4)
  })

  it('and as much as ever where the question itself has it', async () => {
    const alone = await read('herring and boats?')
    const followed = await read('herring and boats?', 'herring crates?')
    expect(followed.concepts.filter(({ folded }) => folded === 'herring')).toEqual([concept(alone, 'herring')])
  })
})

describe('the names of an earlier question', () => {
  const earlier = 'Did Mayor Lind praise the coast guard?'

  it('stay names where the question that follows has none', async () => {
    expect(concept(await read('and the harbour?', earlier), 'lind').isName).toBe(true)
  })

  it('are plain words where the question that follows has its own', async () => {
    const followed = await read('And what of Berg?', earlier)
    expect(concept(followed, 'berg').isName).toBe(true)
    expect(concept(followed, 'lind').isName).toBe(false)
  })

  it('never become names that were none', async () => {
    expect(concept(await read('and the harbour?', earlier), 'coast').isName).toBe(false)
  })
})

describe('the dates of an earlier question', () => {
  const folded = async (question: string, earlier: string) =>
    (await read(question, earlier)).concepts.map((each) => each.folded)

  it('give way to one of the same kind', async () => {
    expect(await folded('and in 2014?', 'boats in 2013?')).not.toContain('2013')
    expect(await folded('and in June?', 'herring in May?')).not.toContain('may')
  })

  it('stay beside one of another kind', async () => {
    expect(await folded('and in June?', 'boats in 2013?')).toContain('2013')
    expect(await folded('and the boats?', 'herring in 2014?')).toContain('2014')
  })
})
