import { action, type Command } from '../src/command.ts'

export default {
  name: 'check-quotes',
  private: true,
  onMessage: { name: 'Check quotes', option: 'text' },
  action: action({
    isCostly: true,
    description: 'Whether what a text puts between quotation marks stands in the library word for word',
    options: {
      text: { type: 'string', required: true, maxLength: 6000, description: 'The text with the quotations' },
      private: { type: 'boolean', description: 'Show what was found to you alone, or to all' },
    },
    run: async ({ text }, { quoth }) => ({ kind: 'quote-check', check: await quoth.checkQuotes(text) }),
  }),
} satisfies Command
