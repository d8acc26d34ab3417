import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateTexts } from '../generate-texts.ts'
import type { BotUnderTest } from './bot-under-test.ts'
import type { Figure } from './figure.ts'
import { pace } from './pace.ts'
import { createTally } from './tally.ts'
import { warmUp } from './warm-up.ts'

/** The size of the document in bytes, and the number of questions before it is added. */
const size = 10 * 1024 * 1024
const quietQuestions = 300
const timeout = 60_000

/** What only the last paragraph of the new document says. Once an answer quotes it, the document has been read. */
const proof = { question: 'What colour is the lighthouse of Quillburgh?', quote: 'painted vermilion in 1887' }
const lastParagraph = `The lighthouse of Quillburgh was ${proof.quote}, after a vote of all keepers.`

/** A document of `size` bytes, with paragraphs made from the sentences of the documents in a folder. */
const largeDocument = async (folder: string): Promise<string> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.txt'))
  const documents = await Promise.all(
    names.map(async (name) => ({ id: name, title: name, text: await readFile(join(folder, name), 'utf8') })),
  )
  const some = generateTexts(documents, 1000)
  const bytes = some.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
  const enough = generateTexts(documents, Math.ceil((size / bytes) * some.length))
  return [...enough.map(({ text }) => text), lastParagraph].join('\n\n')
}

/** Asks continuously while a large document is added to the folder, until it is quoted or `seconds` have passed. */
export const load = async (
  bot: BotUnderTest,
  { perSecond, seconds }: { readonly perSecond: number; readonly seconds: number },
): Promise<readonly Figure[]> => {
  const { loopback, library } = bot
  const text = await largeDocument(library)
  await warmUp(bot)
  const tally = createTally(loopback)
  await pace(tally, { perSecond, count: quietQuestions })
  await tally.settled(timeout)
  const quiet = tally.report()
  const { longestStall: quietStall } = await bot.figures()

  let isQuoted = false
  loopback.onEvent((event) => {
    if (event.kind === 'message-updated' && JSON.stringify(event.message).includes(proof.quote)) isQuoted = true
  })
  const begun = performance.now()
  const elapsed = () => (performance.now() - begun) / 1000
  await writeFile(join(library, '.large.part'), text)
  await rename(join(library, '.large.part'), join(library, 'large.txt'))
  // Once per second, somebody asks a question that only the new document answers.
  const probe = setInterval(() => tally.ask(proof.question), 1000)
  await pace(tally, { perSecond: perSecond - 1, until: () => isQuoted || elapsed() > seconds })
  clearInterval(probe)
  const readIn = elapsed()
  await tally.settled(timeout)
  const busy = tally.report(quietQuestions)
  const { longestStall } = await bot.figures()
  return [
    { what: 'questions about the seeds', value: quiet.asked },
    { what: 'answered at the median', value: quiet.answeredWithin(0.5), unit: ' ms', max: 100 },
    { what: 'acknowledged at the 99th percentile', value: quiet.acknowledgedWithin(0.99), unit: ' ms' },
    { what: 'longest stall', value: quietStall, unit: ' ms' },
    { what: `questions while ${(Buffer.byteLength(text) / 2 ** 20).toFixed(1)} MiB were read`, value: busy.asked },
    { what: 'answered', value: busy.answered, min: busy.asked },
    { what: 'read after', value: readIn, unit: ' s', max: seconds },
    {
      what: 'acknowledged at the 99th percentile meanwhile',
      value: busy.acknowledgedWithin(0.99),
      unit: ' ms',
      max: 500,
    },
    { what: 'slowest acknowledgement meanwhile', value: busy.acknowledgedWithin(1), unit: ' ms' },
    { what: 'answered at the median meanwhile', value: busy.answeredWithin(0.5), unit: ' ms' },
    { what: 'longest stall of the event loop', value: longestStall, unit: ' ms', max: 200 },
  ]
}
