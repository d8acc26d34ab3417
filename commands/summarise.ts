import { action, type Command } from '../src/command.ts'
import { defaultSentences, maxSentences } from '../src/domain/summary.ts'

export default {
  name: 'summarise',
  americanName: 'summarize',
  private: 'as-set',
  action: action({
    isCostly: true,
    description: 'Summarise a source in its own sentences: unchanged, in order, each cited',
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
        max: maxSentences,
        default: defaultSentences,
        description: 'Number of sentences',
      },
      private: { type: 'boolean', description: 'Show the summary only to you (true) or to everyone (false)' },
    },
    run: async ({ source, sentences }, { quoth }) => ({
      kind: 'summary',
      summary: await quoth.summarise(source, { sentences }),
    }),
  }),
} satisfies Command
