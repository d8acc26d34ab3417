import { readSettings } from '../app/settings.ts'
import { QuothError } from '../domain/error.ts'
import type { Source } from '../domain/source.ts'
import type { Quoth } from '../quoth.ts'
import { openExistingState } from '../state/open-state.ts'
import type { Feedback } from '../state/port.ts'
import type { OpenLibrary, Tool } from '../surfaces/terminal/program.ts'
import { startProgress } from '../surfaces/terminal/progress.ts'
import { visibleJson, visibleLine } from '../surfaces/terminal/visible.ts'
import { type JudgedQuestion, judgedQuestions, type LeftOut } from './judged-questions.ts'
import { makeEmptyFolder, writeCollection } from './write-collection.ts'

/** What was written. */
type Report = {
  readonly documents: number
  /** Questions to which a source was found that helps, and those to which none was. */
  readonly helpful: number
  readonly unhelpful: number
  readonly leftOut: LeftOut
}

/** What people said. @throws QuothError `state` when nobody said anything */
const feedbackIn = async (data: string): Promise<readonly Feedback[]> => {
  const state = await openExistingState(data)
  const feedback = (await state?.feedback.list()) ?? []
  await state?.close()
  if (feedback.length > 0) return feedback
  throw new QuothError('state', `There is no feedback in “${data}” yet. QUOTH_DATA names the folder that the bot uses.`)
}

async function* sourcesOf(ids: readonly string[], quoth: Quoth): AsyncGenerator<Source> {
  for (const id of ids) yield (await quoth.source(id)).source
}

/** What the feedback says, held against the sources that it is about. @throws QuothError `state` when that is nothing */
const judgedIn = async (feedback: readonly Feedback[], ids: readonly string[], quoth: Quoth) => {
  const quoted = new Set<string>(feedback.flatMap(({ quotes }) => quotes.map(({ source }) => source)))
  const there = ids.filter((id) => quoted.has(id))
  const texts = new Map<string, string>()
  for await (const { id, text } of sourcesOf(there, quoth)) texts.set(id, text)
  const judged = judgedQuestions(feedback, (source) => texts.get(source))
  if (judged.questions.length > 0) return judged
  throw new QuothError(
    'state',
    'The feedback decides nothing: its quotes are not in this library, or it is of single sources and follow-up questions, or it is divided.',
  )
}

const isHelpful = ({ relevance }: JudgedQuestion): boolean => [...relevance.values()].includes(1)

const reportText = (folder: string, { documents, helpful, unhelpful, leftOut }: Report): string => {
  const counts: readonly (readonly [number, string])[] = [
    [helpful, `questions with a source that helped: quoth eval ${folder}`],
    [unhelpful, `questions with none that helped: quoth eval ${folder} --split unhelpful`],
    [leftOut.ofOneSource, 'judgements left out: of answers from one source that was named'],
    [leftOut.followUps, 'judgements left out: of answers to questions that added to an earlier one'],
    [leftOut.gone, 'judgements left out: their quotes are not in the library'],
    [leftOut.undecided, 'questions left out: as many found the answer helpful as not'],
  ]
  const lines = counts.filter(([count]) => count > 0).map(([count, what]) => `${String(count).padStart(6)}  ${what}`)
  return [`Wrote ${documents} sources and what was said of answers to ${folder}:`, ...lines].join('\n')
}

/** `quoth feedback DIR`: what people said of answers, as a test collection that `quoth eval DIR` reads. */
export const feedbackTool = (openLibrary: OpenLibrary): Tool => ({
  name: 'feedback',
  description: 'Write what people found helpful as a test collection, by which eval measures answers',
  options: { dir: { type: 'string', required: true, description: 'A folder that is empty, or that is made' } },
  run: async (args, { terminal, library, json }) => {
    const folder = String(args['dir'])
    const feedback = await feedbackIn(readSettings(terminal.env).data)
    await makeEmptyFolder(folder)
    const progress = startProgress(terminal.stderr, 'Reading the library')
    try {
      const { quoth, close } = await openLibrary({ library, watch: false, progress: progress.label })
      try {
        const ids = (await quoth.sources()).cards.map(({ id }) => id)
        const { questions, leftOut } = await judgedIn(feedback, ids, quoth)
        const documents = await writeCollection(folder, sourcesOf(ids, quoth), questions)
        progress.done()
        const helpful = questions.filter(isHelpful).length
        const report: Report = { documents, helpful, unhelpful: questions.length - helpful, leftOut }
        terminal.stdout.write(`${json ? visibleJson(report) : reportText(visibleLine(folder), report)}\n`)
        return 0
      } finally {
        await close()
      }
    } finally {
      progress.done()
    }
  },
})
