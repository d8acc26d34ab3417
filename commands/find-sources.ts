import { action, type Command } from '../src/command.ts'

export default {
  name: 'find-sources',
  private: true,
  onMessage: { name: 'Find sources', option: 'text' },
  action: action({
    isCostly: true,
    description: 'Find quotes to compare with each statement in a text',
    options: {
      text: { type: 'string', required: true, maxLength: 6000, description: 'The text with the statements to look up' },
      private: { type: 'boolean', description: 'Show the quotes only to you (true) or to everyone (false)' },
    },
    run: async ({ text }, { quoth }) => ({ kind: 'findings', findings: await quoth.findSources(text) }),
  }),
} satisfies Command
