// What a question costs of a library on two shelves, a tenth of the documents on the second, as against one shelf with
// all of them: by words, answered to the end. Between two questions, the first shelf may be asked alone, as other
// servers ask it.
//
//   npx tsx bench/union-at-size.ts [TEXTS ...]      2000 and 20000 when not said
import { join } from 'node:path'
import { ask } from '../src/answer/ask.ts'
import type { Answering } from '../src/answer/consider.ts'
import { parseQuestion } from '../src/answer/question-syntax.ts'
import { composeLibrary, united } from '../src/app/compose.ts'
import type { Source } from '../src/domain/source.ts'
import { indexedSource } from '../src/index/indexed-source.ts'
import { percentile } from '../src/tools/report.ts'
import { generateTexts } from './generate-texts.ts'
import { readOwnQuestions } from './own-questions.ts'
import { sourcesOf } from './peers/quoth.ts'

const { sources, questions } = readOwnQuestions(join(import.meta.dirname, 'questions', 'held'))
const written = sources.map(({ id, text, titleShown }) => ({ id, text, title: titleShown }))
const sourcesTogether = 500

const shelfOf = async (own: readonly Source[]): Promise<Answering> => {
  const { saved, answering } = await composeLibrary(null)
  for (let at = 0; at < own.length; at += sourcesTogether)
    await saved.index.replace(own.slice(at, at + sourcesTogether).map(indexedSource))
  for (const source of own) await saved.library.put(source)
  return answering
}

const timeOf = async (question: string, answering: Answering): Promise<number> => {
  const begun = performance.now()
  await ask(parseQuestion(question), { quotes: 3 }, answering)
  return performance.now() - begun
}

const sizes = process.argv.slice(2).map(Number)
for (const size of sizes.length > 0 ? sizes : [2000, 20_000]) {
  const all = [...sourcesOf(generateTexts(written, size))]
  const isOnSecond = (_: Source, at: number): boolean => at % 10 === 9
  const one = await shelfOf(all)
  const first = await shelfOf(all.filter((source, at) => !isOnSecond(source, at)))
  const two = united([first, await shelfOf(all.filter(isOnSecond))])
  const times = { one: [] as number[], two: [] as number[], afterFirst: [] as number[] }
  // The first round is answered by code that is not compiled yet.
  for (let round = 0; round < 3; round++)
    for (const { text } of questions) {
      // Each is asked twice, so that all have the sources decoded.
      await timeOf(text, one)
      times.one.push(await timeOf(text, one))
      await timeOf(text, two)
      times.two.push(await timeOf(text, two))
      await timeOf(text, first)
      times.afterFirst.push(await timeOf(text, two))
    }
  const [ofOne, ofTwo, afterFirst] = [times.one, times.two, times.afterFirst].map((each) =>
    percentile(each.slice(questions.length), 0.5),
  ) as [number, number, number]
  const ratio = (of: number): string => (of / ofOne).toFixed(2)
  const after = `${ratio(afterFirst)} after the first was asked alone`
  console.log(`${size} texts: one shelf p50 ${ofOne.toFixed(1)} ms; two shelves ${ratio(ofTwo)} times that, ${after}`)
}
