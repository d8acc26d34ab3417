import { action, type Command } from '../src/command.ts'
import { referenceStyles } from '../src/domain/citation.ts'

export default {
  name: 'cite',
  private: true,
  action: action({
    description: 'Format a reference for a quote from Quoth',
    options: {
      'quote-id': { type: 'string', required: true, maxLength: 60, description: 'The id shown with the quote' },
      style: {
        type: 'string',
        choices: referenceStyles,
        description: 'The style of the reference; a plain line by default',
      },
    },
    run: async ({ 'quote-id': id, style }, { quoth }) => ({ kind: 'reference', ...(await quoth.cite(id, style)) }),
  }),
} satisfies Command
