// What a slip of the hand costs: a collection's questions as they are, and with one slip in their longest word that the
// document which answers has as well.
//
//   npx tsx bench/slips.ts DIR [QUESTIONS]      DIR in BEIR layout; 800 questions, evenly spaced, when not said
import { inEnglish } from '../src/domain/message.ts'
import { readCollection } from '../src/tools/collection.ts'
import { openEngine } from '../src/tools/engine.ts'
import { evenSample } from '../src/tools/eval.ts'
import { sourceOfDocument } from '../src/tools/source-of-document.ts'
import { seeded } from './seeded.ts'

const random = seeded(20_261_122)
const below = (count: number): number => Math.floor(random() * count)

/** `word` with a letter less, more or other behind the first one, or two that changed places. */
const withSlip = (word: string): string => {
  const at = 1 + below(word.length - 2)
  const [before, letter, after] = [word.slice(0, at), 'etaoinshrdlu'.charAt(below(12)), word.slice(at)]
  const slips = [after.slice(1), letter + after, letter + after.slice(1), `${after[1]}${after[0]}${after.slice(2)}`]
  return before + slips[below(slips.length)]
}

const [folder, count = '800'] = process.argv.slice(2)
if (folder === undefined) {
  console.error('Usage: npx tsx bench/slips.ts DIR [QUESTIONS]')
  process.exit(64)
}
const { documents, questions } = readCollection(folder, 'test')
const textOf = new Map(documents.map(({ id, title, text }) => [id, `${title} ${text}`]))
const engine = await openEngine()
await engine.put(documents.map(sourceOfDocument))

const sum = { questions: 0, asked: { hit: 0, quoted: 0 }, slipped: { hit: 0, quoted: 0 }, told: 0, meant: 0 }
const ask = async (question: string, gold: string, into: { hit: number; quoted: number }) => {
  const { answer, ranking } = await engine.ask(question)
  if (ranking[0]?.passage.source === gold) into.hit += 1
  if (answer.kind === 'quoted') into.quoted += 1
  return answer
}
for (const { text, gold } of evenSample(questions, Number(count))) {
  const words = (text.match(/\b[A-Za-z]{5,}\b/g) ?? []).filter((word) =>
    textOf.get(gold?.document ?? '')?.includes(word),
  )
  const [longest] = words.sort((a, b) => b.length - a.length)
  const slip = longest === undefined ? undefined : withSlip(longest)
  if (longest === undefined || slip === undefined || slip === longest || gold === null) continue
  sum.questions += 1
  await ask(text, gold.document, sum.asked)
  const { notes } = await ask(text.replace(longest, slip), gold.document, sum.slipped)
  const told = notes.map(inEnglish).find((note) => note.includes(`“${slip}”`))
  if (told !== undefined) sum.told += 1
  if (told?.toLowerCase().includes(`“${longest.toLowerCase()}”`)) sum.meant += 1
}
await engine.close()
console.log(JSON.stringify(sum, null, 2))
