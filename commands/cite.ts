import { action, type Command } from '../src/command.ts'
import { referenceStyles } from '../src/domain/citation.ts'

export default {
  name: 'cite',
  private: true,
  action: action({
    description: 'One formatted reference for a quote that Quoth gave',
    options: {
      'quote-id': { type: 'string', required: true, maxLength: 60, description: 'The id that stands with the quote' },
      style: { type: 'string', choices: referenceStyles, description: 'How to write it; a plain line when not said' },
    },
    run: async ({ 'quote-id': id, style }, { quoth }) => ({ kind: 'reference', ...(await quoth.cite(id, style)) }),
  }),
} satisfies Command
