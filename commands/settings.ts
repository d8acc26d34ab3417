import { action, type Command } from '../src/command.ts'

export default {
  name: 'settings',
  private: true,
  managers: true,
  everywhere: true,
  action: action({
    description: 'How Quoth answers in this server',
    options: {},
    run: async (_, { settings }) => ({ kind: 'settings', settings }),
  }),
} satisfies Command
