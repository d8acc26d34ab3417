import { action, type Command } from '../src/command.ts'

export default {
  name: 'sources',
  private: true,
  description: 'Show what is in the library',
  default: 'list',
  subcommands: {
    list: action({
      description: 'List the sources in the library',
      options: {
        page: { type: 'integer', only: 'chat', min: 1, max: 1_000_000, description: 'Page of the list' },
      },
      run: async ({ page = 1 }, { quoth, pageSize }) => {
        const part = pageSize === null ? undefined : { from: (page - 1) * pageSize, count: pageSize }
        return { kind: 'source-list', ...(await quoth.sources(part)) }
      },
    }),
    show: action({
      description: 'Show what is known about a source, and what was left out of its text and why',
      options: {
        source: {
          type: 'string',
          required: true,
          maxLength: 300,
          suggest: 'source',
          description: 'The source to show',
        },
      },
      run: async ({ source }, { quoth }) => {
        const shown = await quoth.source(source)
        return { kind: 'source-card', ...shown, relatives: await quoth.relatives(shown.source.id) }
      },
    }),
  },
} satisfies Command
