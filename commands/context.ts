import { action, type Command } from '../src/command.ts'

export default {
  name: 'context',
  private: true,
  action: action({
    description: 'Show a quote from Quoth in context: its paragraph and the ones before and after',
    options: {
      'quote-id': { type: 'string', required: true, maxLength: 60, description: 'The id shown with the quote' },
      paragraph: {
        type: 'integer',
        min: 1,
        max: 1_000_000,
        description: 'Show the text around this paragraph of the same source',
      },
    },
    run: async ({ 'quote-id': id, paragraph }, { quoth }) => ({
      kind: 'context',
      context: await quoth.context(id, paragraph),
    }),
  }),
} satisfies Command
