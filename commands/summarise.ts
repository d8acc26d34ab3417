import { action, type Command } from '../src/command.ts'
import { mostSentences, usualSentences } from '../src/domain/summary.ts'

export default {
  name: 'summarise',
  americanName: 'summarize',
  private: 'as-set',
  action: action({
    isCostly: true,
    description: 'Sentences that stand for a source: unchanged, in its order, each cited',
    options: {
      source: {
        type: 'string',
        required: true,
        maxLength: 300,
        suggest: 'source',
        description: 'The source to summarise',
      },
      sentences: {
        type: 'integer',
        min: 1,
        max: mostSentences,
        default: usualSentences,
        description: 'How many sentences to choose',
      },
      private: { type: 'boolean', description: 'Show the summary to you alone, or to all' },
    },
    run: async ({ source, sentences }, { quoth }) => ({
      kind: 'summary',
      summary: await quoth.summarise(source, { sentences }),
    }),
  }),
} satisfies Command
