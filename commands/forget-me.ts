import { action, type Command } from '../src/command.ts'
import { QuothError } from '../src/domain/error.ts'
import { msg } from '../src/domain/message.ts'

export default {
  name: 'forget-me',
  only: 'chat',
  private: true,
  everywhere: true,
  action: action({
    isCostly: true,
    description: 'See what Quoth keeps of you, as a file, and have it erased',
    options: {
      erase: {
        type: 'boolean',
        only: 'chat',
        default: false,
        description: 'Erase it, with your own library; the file has it one last time',
      },
    },
    run: async ({ erase }, { ownData }) => {
      if (ownData === undefined) throw new QuothError('state', msg`Nothing is kept of anybody here.`)
      const data = await ownData.kept()
      if (erase) await ownData.forget()
      return { kind: 'personal-data', data, isErased: erase }
    },
  }),
} satisfies Command
