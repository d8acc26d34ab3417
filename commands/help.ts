import { action, type Command, helpOf } from '../src/command.ts'

export default {
  name: 'help',
  private: true,
  everywhere: true,
  action: action({
    description: 'What Quoth does, and how to use its commands',
    options: {},
    run: async (_, { commands }) => ({ kind: 'help', commands: commands.flatMap(helpOf) }),
  }),
} satisfies Command
