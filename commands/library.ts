import { type ArgumentsOf, action, type Command, type CommandContext, type Options } from '../src/command.ts'
import { QuothError } from '../src/domain/error.ts'
import { msg } from '../src/domain/message.ts'
import type { RecordEdits, Visibility } from '../src/domain/stored-document.ts'

const document = (suggest: 'document' | 'removed-document', description: string) =>
  ({ type: 'string', required: true, maxLength: 300, suggest, description }) as const

const page = { type: 'integer', only: 'chat', min: 1, max: 1_000_000, description: 'Page of the list' } as const

const file = (description: string) => ({ type: 'file', only: 'chat', description }) as const

const channel = (description: string) => ({ type: 'channel', only: 'chat', description }) as const

const role = (description: string) => ({ type: 'role', only: 'chat', description }) as const

const visibilityOptions = {
  channel: channel('Only people who can see this channel may see it'),
  'channel-2': channel('Or this channel'),
  'channel-3': channel('Or this channel'),
  role: role('Only people with this role may see it'),
  'role-2': role('Or this role'),
  'role-3': role('Or this role'),
} as const

const idsIn = (args: ArgumentsOf<Options>, names: readonly string[]): readonly string[] =>
  [...new Set(names.flatMap((name) => (typeof args[name] === 'string' ? [args[name]] : [])))].sort()

const visibilityIn = (args: ArgumentsOf<Options>): Visibility => ({
  channels: idsIn(args, ['channel', 'channel-2', 'channel-3']),
  roles: idsIn(args, ['role', 'role-2', 'role-3']),
})

/** @throws QuothError `state` where nothing can be stored */
const curatorIn = ({ curator }: CommandContext) => {
  if (curator === undefined) throw new QuothError('state', msg`There is no library here that can be changed.`)
  return curator
}

const partOf = (page: number, { pageSize }: CommandContext) =>
  pageSize === null ? undefined : { from: (page - 1) * pageSize, count: pageSize }

const fields = ['title', 'authors', 'publisher', 'date', 'url'] as const

/** `-` stands for what the document itself says: a chat has no empty texts. */
const editsIn = (args: ArgumentsOf<Options>): RecordEdits =>
  Object.fromEntries(
    fields.flatMap((name) => {
      const value = args[name]
      return typeof value === 'string' ? [[name, value.trim() === '-' ? '' : value]] : []
    }),
  )

export default {
  name: 'library',
  only: 'chat',
  private: true,
  description: 'Add sources to the library of this server, and look after them',
  default: 'list',
  onMessage: { name: 'Add to library', subcommand: 'add' },
  form: { subcommand: 'add', unless: 'address', title: 'Add to the library', label: 'Files, or a zip of them' },
  subcommands: {
    add: action({
      isCostly: true,
      description: 'Add files to the library; without any, a form asks for them',
      options: {
        file: file('PDF, Word, HTML, text, mail, captions, tables, pictures of text and others, or a zip of them'),
        'file-2': file('Another file'),
        'file-3': file('Another file'),
        'file-4': file('Another file'),
        'file-5': file('Another file'),
        address: {
          type: 'string',
          only: 'chat',
          maxLength: 2000,
          description: 'The address of a web page or file, where the host allows that',
        },
        channel: channel('Only people who can see this channel may see it'),
        role: role('Only people with this role may see it'),
        apart: {
          type: 'boolean',
          only: 'chat',
          default: false,
          description: 'Keep a file apart from the document of the same name, instead of as its new version',
        },
      },
      run: async (args, context) => {
        const visibility = visibilityIn(args)
        const isLimited = visibility.channels.length + visibility.roles.length > 0
        const curator = curatorIn(context)
        const fetched = args.address === undefined ? [] : [await curator.fetch(args.address)]
        return {
          kind: 'additions',
          additions: await curator.add([...(context.files ?? []), ...fetched], {
            ...(isLimited && { visibility }),
            isNew: args.apart,
            ...(context.onProgress && { onProgress: context.onProgress }),
          }),
        }
      },
    }),
    list: action({
      description: 'List what was added to the library',
      options: {
        page,
        removed: {
          type: 'boolean',
          only: 'chat',
          default: false,
          description: 'List what was removed and can be restored',
        },
      },
      run: async ({ page: number = 1, removed }, context) => ({
        kind: 'catalogue',
        ...(await curatorIn(context).list({ part: partOf(number, context), isRemoved: removed })),
      }),
    }),
    show: action({
      description: 'Show a document that was added, with its versions',
      options: { document: document('document', 'The document to show') },
      run: async ({ document: name }, context) => ({ kind: 'document', ...(await curatorIn(context).show(name)) }),
    }),
    edit: action({
      description: 'State the title, authors, publisher, date or URL of a document',
      options: {
        document: document('document', 'The document to edit'),
        title: { type: 'string', maxLength: 500, description: 'Its title; - for what the document says' },
        authors: { type: 'string', maxLength: 500, description: 'Its authors, with semicolons: Roe, Jane; John Doe' },
        publisher: { type: 'string', maxLength: 200, description: 'Its publisher; - for what the document says' },
        date: { type: 'string', maxLength: 40, description: 'When it was published: 2014, 2014-05 or 2014-05-03' },
        url: { type: 'string', maxLength: 500, description: 'Its address; - for what the document says' },
      },
      run: async (args, context) => ({
        kind: 'document-change',
        ...(await curatorIn(context).edit(args.document, editsIn(args))),
      }),
    }),
    visibility: action({
      description: 'Say who may see a document: everyone, if neither channel nor role is given',
      options: { document: document('document', 'The document'), ...visibilityOptions },
      run: async (args, context) => ({
        kind: 'document-change',
        ...(await curatorIn(context).setVisibility(args.document, visibilityIn(args))),
      }),
    }),
    remove: action({
      description: 'Remove a document; it can be restored for 30 days',
      options: {
        document: document('document', 'The document to remove'),
        'for-good': {
          type: 'boolean',
          only: 'chat',
          default: false,
          description: 'Delete it with all its versions, so that it cannot be restored',
        },
      },
      run: async (args, context) => ({
        kind: 'document-change',
        ...(await curatorIn(context).remove(args.document, args['for-good'])),
      }),
    }),
    restore: action({
      description: 'Put a removed document back',
      options: { document: document('removed-document', 'The document to restore') },
      run: async ({ document: name }, context) => ({
        kind: 'document-change',
        ...(await curatorIn(context).restore(name)),
      }),
    }),
    settings: action({
      description: 'Say who may change the library, and whether what the host shares is read too',
      options: {
        role: role('People with this role may add, edit and remove, besides those who manage the server'),
        'managers-alone': {
          type: 'boolean',
          only: 'chat',
          default: false,
          description: 'Only people who can manage the server may add, edit and remove',
        },
        shared: {
          type: 'boolean',
          only: 'chat',
          description: 'Whether answers quote what the host shares with all servers, too',
        },
      },
      run: async (args, { settings, changeSettings }) => {
        const changes = {
          ...(args.role === undefined ? {} : { curators: args.role }),
          ...(args['managers-alone'] ? { curators: null } : {}),
          ...(args.shared === undefined ? {} : { readsShared: args.shared }),
        }
        if (Object.keys(changes).length === 0) return { kind: 'library-settings', settings }
        if (changeSettings === undefined)
          throw new QuothError('forbidden', msg`Only people who can manage this server can do that.`)
        return { kind: 'library-settings', settings: await changeSettings(changes) }
      },
    }),
    export: action({
      isCostly: true,
      description: 'Get the documents as they were added, in a zip',
      options: {},
      run: async (_, context) => ({ kind: 'export', ...(await curatorIn(context).archive()) }),
    }),
    audit: action({
      description: 'List who added, edited and removed what',
      options: { page },
      run: async ({ page: number = 1 }, context) => ({
        kind: 'audit',
        ...(await curatorIn(context).audit(partOf(number, context))),
      }),
    }),
  },
} satisfies Command
