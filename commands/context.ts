import { action, type Command } from '../src/command.ts'

export default {
  name: 'context',
  private: true,
  action: action({
    description: 'What stands around a quote that Quoth gave: the paragraph before, its own, the one after',
    options: {
      'quote-id': { type: 'string', required: true, maxLength: 60, description: 'The id that stands with the quote' },
      paragraph: {
        type: 'integer',
        min: 1,
        max: 1_000_000,
        description: 'Look around this paragraph of the same source',
      },
    },
    run: async ({ 'quote-id': id, paragraph }, { quoth }) => ({
      kind: 'context',
      context: await quoth.context(id, paragraph),
    }),
  }),
} satisfies Command
