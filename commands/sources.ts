import { action, type Command } from '../src/command.ts'

export default {
  name: 'sources',
  private: true,
  description: 'What is in the library',
  default: 'list',
  subcommands: {
    list: action({
      description: 'List the sources of the library',
      options: {},
      run: async (_, { quoth }) => ({ kind: 'source-list', ...(await quoth.sources()) }),
    }),
    show: action({
      description: 'What is known of a source, and what of its text was left out and why',
      options: {
        source: {
          type: 'string',
          required: true,
          maxLength: 300,
          suggest: 'source',
          description: 'The source to show',
        },
      },
      run: async ({ source }, { quoth }) => ({ kind: 'source-card', ...(await quoth.source(source)) }),
    }),
  },
} satisfies Command
