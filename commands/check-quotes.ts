import { action, type Command } from '../src/command.ts'

export default {
  name: 'check-quotes',
  private: true,
  onMessage: { name: 'Check quotes', option: 'text' },
  action: action({
    isCostly: true,
    description: 'Check whether the quotations in a text appear word for word in the library',
    options: {
      text: { type: 'string', required: true, maxLength: 6000, description: 'The text with the quotations to check' },
      private: { type: 'boolean', description: 'Show the result only to you (true) or to everyone (false)' },
    },
    run: async ({ text }, { quoth }) => ({ kind: 'quote-check', check: await quoth.checkQuotes(text) }),
  }),
} satisfies Command
