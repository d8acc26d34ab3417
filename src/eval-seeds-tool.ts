import { readQuestionFile } from './evaluating/question-file.ts'
import { seedReportOf } from './evaluating/seed-report.ts'
import { seedReportJson } from './evaluating/seed-report-json.ts'
import { seedReportText } from './evaluating/seed-report-text.ts'
import type { OpenLibrary, Tool } from './surfaces/terminal/program.ts'
import { startProgress } from './surfaces/terminal/progress.ts'
import { visibleJson, visibleLine } from './surfaces/terminal/visible.ts'

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
        const { cards } = await quoth.sources()
        const texts = new Map<string, string>(cards.map(({ source }) => [source.id, source.text]))
        const textOf = (source: string): string | undefined => texts.get(source)
        const answered = []
        for (const question of readQuestionFile(file, textOf)) {
          progress.label(`Asking question ${question.id}`)
          answered.push({ question, answer: await quoth.ask(question.question) })
        }
        progress.done()
        const report = seedReportOf(answered, textOf)
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
