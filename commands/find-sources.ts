import { action, type Command } from '../src/command.ts'

export default {
  name: 'find-sources',
  private: true,
  onMessage: { name: 'Find sources', option: 'text' },
  action: action({
    isCostly: true,
    description: 'What the library has on each statement of a text: quotes to compare it with',
    options: {
      text: { type: 'string', required: true, maxLength: 6000, description: 'The text whose statements to look up' },
      private: { type: 'boolean', description: 'Show the quotes to you alone, or to all' },
    },
    run: async ({ text }, { quoth }) => ({ kind: 'findings', findings: await quoth.findSources(text) }),
  }),
} satisfies Command
