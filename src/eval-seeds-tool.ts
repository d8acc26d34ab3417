import { QuothError } from './domain/error.ts'
import type { Source } from './domain/source.ts'
import { readQuestionFile } from './evaluating/question-file.ts'
import { seedReportOf } from './evaluating/seed-report.ts'
import { seedReportJson } from './evaluating/seed-report-json.ts'
import { seedReportText } from './evaluating/seed-report-text.ts'
import type { Quoth } from './quoth.ts'
import type { OpenLibrary, Tool } from './surfaces/terminal/program.ts'
import { startProgress } from './surfaces/terminal/progress.ts'
import { visibleJson, visibleLine } from './surfaces/terminal/visible.ts'

/** The source of that name, by id or title; null when there is none. */
const sourceOf = async (name: string, quoth: Quoth): Promise<Source | null> => {
  try {
    return (await quoth.source(name)).source
  } catch (error) {
    if (error instanceof QuothError && error.code === 'unknown-source') return null
    throw error
  }
}

/** `quoth eval seeds FILE`: how well the library in use answers questions whose evidence is known. */
export const evalSeedsTool = (openLibrary: OpenLibrary): Tool => ({
  name: 'eval seeds',
  description: 'Measure answers from the library to a file of questions with evidence',
  options: {
    file: {
      type: 'string',
      required: true,
      description: 'Lines of {"id", "question", "answerable", "evidence": [{"source", "contains"}]}',
    },
  },
  run: async (args, { terminal, library, json }) => {
    const file = String(args['file'])
    const progress = startProgress(terminal.stderr, 'Reading the library')
    try {
      const { quoth, close } = await openLibrary({ library, watch: false, progress: progress.label })
      try {
        const texts = new Map<string, string>()
        const textOf = async (id: string): Promise<string | undefined> => {
          const source = texts.has(id) ? null : await sourceOf(id, quoth)
          if (source?.id === id) texts.set(id, source.text)
          return texts.get(id)
        }
        const answered = []
        for (const question of await readQuestionFile(file, textOf)) {
          progress.label(`Asking question ${question.id}`)
          const answer = await quoth.ask(question.question)
          for (const { quote } of answer.quotes) await textOf(quote.source)
          answered.push({ question, answer })
        }
        progress.done()
        const report = seedReportOf(answered, (id) => texts.get(id))
        const printed = json ? visibleJson(seedReportJson(report)) : seedReportText(visibleLine(file), report)
        terminal.stdout.write(`${printed}\n`)
        return 0
      } finally {
        await close()
      }
    } finally {
      progress.done()
    }
  },
})
