import { openExistingState } from '../app/compose.ts'
import { readSettings } from '../app/settings.ts'
import { QuothError } from '../domain/error.ts'
import type { Source } from '../domain/source.ts'
import type { Quoth } from '../quoth.ts'
import type { Feedback } from '../state/port.ts'
import type { OpenLibrary, Tool } from '../surfaces/terminal/program.ts'
import { startProgress } from '../surfaces/terminal/progress.ts'
import { visibleJson, visibleLine } from '../surfaces/terminal/visible.ts'
import { type JudgedQuestion, judgedQuestions, type LeftOut } from './judged-questions.ts'
import { makeEmptyFolder, writeCollection } from './write-collection.ts'

/** What was written; `helpful` and `unhelpful` count questions with and without a source that helped. */
type Report = {
  readonly documents: number
  readonly helpful: number
  readonly unhelpful: number
  readonly leftOut: LeftOut
}

/** All feedback in a data folder. @throws QuothError `state` if there is none */
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

/** The questions that the feedback judges. @throws QuothError `state` if there are none */
const judgedIn = async (feedback: readonly Feedback[], ids: readonly string[], quoth: Quoth) => {
  const quoted = new Set<string>(feedback.flatMap(({ quotes }) => quotes.map(({ source }) => source)))
  const quotedIds = ids.filter((id) => quoted.has(id))
  const texts = new Map<string, string>()
  for await (const { id, text } of sourcesOf(quotedIds, quoth)) texts.set(id, text)
  const judged = judgedQuestions(feedback, (source) => texts.get(source))
  if (judged.questions.length > 0) return judged
  throw new QuothError(
    'state',
    'None of the feedback can be used: its quotes are not in this library, ' +
      'it is about single sources or follow-up questions, or opinions are divided.',
  )
}

const isHelpful = ({ relevance }: JudgedQuestion): boolean => [...relevance.values()].includes(1)

const reportText = (folder: string, { documents, helpful, unhelpful, leftOut }: Report): string => {
  const counts: readonly (readonly [number, string])[] = [
    [helpful, `questions with a helpful source: quoth eval ${folder}`],
    [unhelpful, `questions without one: quoth eval ${folder} --split unhelpful`],
    [leftOut.ofOneSource, 'judgements left out: the question named a single source'],
    [leftOut.followUps, 'judgements left out: the question was a follow-up'],
    [leftOut.gone, 'judgements left out: the quotes are no longer in the library'],
    [leftOut.undecided, 'questions left out: opinions are evenly divided'],
  ]
  const lines = counts.filter(([count]) => count > 0).map(([count, what]) => `${String(count).padStart(6)}  ${what}`)
  return [`Wrote ${documents} sources and their feedback to ${folder}:`, ...lines].join('\n')
}

/** `quoth feedback DIR`: people’s feedback as a test collection that `quoth eval DIR` reads. */
export const feedbackTool = (openLibrary: OpenLibrary): Tool => ({
  name: 'feedback',
  description: 'Write people’s feedback as a test collection for eval',
  options: { dir: { type: 'string', required: true, description: 'A new or empty folder' } },
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
