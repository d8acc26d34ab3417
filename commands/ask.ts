import { action, type Command } from '../src/command.ts'
import { maxQuotes } from '../src/domain/guild-settings.ts'

export default {
  name: 'ask',
  private: 'as-set',
  action: action({
    isCostly: true,
    description: 'Ask a question; the answer is quoted from the sources, with citations',
    options: {
      question: {
        type: 'string',
        required: true,
        maxLength: 6000,
        maxLengthInChat: 1000,
        description: 'What you want to know; see /help for "…", -word, source: and before:',
      },
      source: { type: 'string', maxLength: 300, suggest: 'source', description: 'Search only this source' },
      quotes: {
        type: 'integer',
        min: 1,
        max: maxQuotes,
        description: 'Maximum number of quotes; 3 by default, or what the server has set',
      },
      'follow-up': {
        type: 'boolean',
        default: false,
        description: 'Follow up on your last question here, such as “and in 2014?”',
      },
      private: { type: 'boolean', description: 'Show the answer only to you (true) or to everyone (false)' },
      explain: {
        type: 'boolean',
        only: 'terminal',
        description: 'Explain the rank of each quote, or why there is none',
      },
    },
    examples: [
      { text: '"rights groups"', meaning: 'these words next to each other' },
      { text: '-market', meaning: 'no passages with this word; -"stock market" for a phrase' },
      { text: 'source:report', meaning: 'only this source; source:"Annual Report" by its title' },
      { text: 'before:2014', meaning: 'only sources dated before that year, month or day, such as before:2014-05-03' },
      { text: 'after:2014-05', meaning: 'only sources dated after it' },
    ],
    run: async (
      { question, source, quotes, 'follow-up': followsUp, private: hidden, explain },
      { quoth, asker, settings, earlier },
    ) => ({
      kind: 'answer',
      answer: await quoth.ask(question, {
        source,
        quotes: quotes ?? settings.quotes,
        asker,
        isPrivate: hidden ?? settings.answers === 'private',
        followsUp,
        earlier,
        explain,
      }),
    }),
  }),
} satisfies Command
