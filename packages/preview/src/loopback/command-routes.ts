import { type APIApplicationCommand, ApplicationCommandType, PermissionFlagsBits } from 'discord-api-types/v10'
import { refusals } from './api-error.ts'
import { type CommandScope, commandIn, commandsIn } from './limits/commands.ts'
import { checkForm } from './limits/form.ts'
import { allows, allPermissions, granted, permissionsIn } from './permissions.ts'
import type { RestRequest, Route } from './route.ts'
import type { Place, World } from './world.ts'

type Sent = Partial<APIApplicationCommand> & Pick<APIApplicationCommand, 'name'>

/** The scope that a path names. @throws ApiError for an application or guild that is not here */
const scopeOf = (world: World, { params }: RestRequest): CommandScope => {
  if (params['application'] !== world.bot.id) throw refusals.unknownApplication()
  const guild = params['guild']
  if (guild === undefined) return 'global'
  if (!world.guilds.some(({ id }) => id === guild)) throw refusals.missingAccess()
  return guild
}

/** Options as Discord gives them back: a `required` that is false is left out. */
const storedOptions = (options: readonly object[]): object[] =>
  options.map((option) => {
    const { required, options: inner, ...rest } = option as { required?: boolean; options?: readonly object[] }
    return { ...rest, ...(required && { required }), ...(inner && { options: storedOptions(inner) }) }
  })

/** A command as Discord keeps it, with what was left out filled in. */
const stored = (world: World, scope: CommandScope, sent: Sent, id: string): APIApplicationCommand =>
  ({
    type: ApplicationCommandType.ChatInput,
    description: '',
    name_localizations: null,
    description_localizations: null,
    default_member_permissions: null,
    nsfw: false,
    ...(scope === 'global' ? { contexts: null, integration_types: [0] } : { guild_id: scope }),
    ...sent,
    ...(sent.options && { options: storedOptions(sent.options) }),
    id,
    application_id: world.bot.id,
    version: world.nextId(),
  }) as APIApplicationCommand

/** Without the translations, as Discord lists commands unless asked for them. */
const untranslated = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(untranslated)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([key]) => !key.endsWith('_localizations'))
  return Object.fromEntries(kept.map(([key, inner]) => [key, untranslated(inner)]))
}

const routesAt = (world: World, path: string): readonly Route[] => {
  const held = (scope: CommandScope) => world.commands.get(scope) ?? []
  const isSame = (a: Sent, b: Sent) => a.name === b.name && (a.type ?? 1) === (b.type ?? 1)
  const register = (scope: CommandScope, commands: readonly APIApplicationCommand[]) => {
    world.commands.set(scope, commands)
    world.events.emit({ kind: 'commands-registered', scope, commands })
  }
  const idFor = (scope: CommandScope, sent: Sent) => held(scope).find((old) => isSame(old, sent))?.id ?? world.nextId()
  return [
    {
      name: 'list-commands',
      method: 'GET',
      path,
      needsToken: true,
      handle: (request) => {
        const commands = held(scopeOf(world, request))
        return {
          status: 200,
          body: request.query.get('with_localizations') === 'true' ? commands : untranslated(commands),
        }
      },
    },
    {
      name: 'replace-commands',
      method: 'PUT',
      path,
      needsToken: true,
      handle: (request) => {
        const scope = scopeOf(world, request)
        const sent = checkForm<readonly Sent[]>(commandsIn(scope), request.json)
        const commands = sent.map((command) => stored(world, scope, command, idFor(scope, command)))
        register(scope, commands)
        return { status: 200, body: commands }
      },
    },
    {
      name: 'create-command',
      method: 'POST',
      path,
      needsToken: true,
      handle: (request) => {
        const scope = scopeOf(world, request)
        const sent = checkForm<Sent>(commandIn(scope), request.json)
        const before = held(scope)
        const others = before.filter((old) => !isSame(old, sent))
        checkForm(commandsIn(scope), [...others.map((old) => ({ ...old, guild_id: undefined })), sent])
        const command = stored(world, scope, sent, idFor(scope, sent))
        register(scope, [...others, command])
        return { status: others.length === before.length ? 201 : 200, body: command }
      },
    },
    {
      name: 'delete-command',
      method: 'DELETE',
      path: `${path}/:command`,
      needsToken: true,
      handle: (request) => {
        const scope = scopeOf(world, request)
        const others = held(scope).filter(({ id }) => id !== request.params['command'])
        if (others.length === held(scope).length) throw refusals.unknownCommand()
        register(scope, others)
        return { status: 204 }
      },
    },
  ]
}

/** Registration of commands, everywhere and in one guild. */
export const commandRoutes = (world: World): readonly Route[] => [
  ...routesAt(world, '/applications/:application/commands'),
  ...routesAt(world, '/applications/:application/guilds/:guild/commands'),
]

/** Whether the rules that a command came with let a member with these permissions use it: "0" leaves it to administrators. */
const mayUse = ({ default_member_permissions: needed }: APIApplicationCommand, permissions: string): boolean => {
  if (!allows(permissions, PermissionFlagsBits.UseApplicationCommands)) return false
  if (needed === null || needed === undefined) return true
  return needed === '0' ? granted(permissions) === allPermissions : allows(permissions, BigInt(needed))
}

/**
 * The commands of one type that a person is offered in a channel: those of its guild, and the global ones that they do
 * not hide, without those that the person may not use or that are not meant for such a channel.
 */
export const commandsSeen = (
  world: World,
  { user, channel }: Place,
  type: ApplicationCommandType = ApplicationCommandType.ChatInput,
): readonly APIApplicationCommand[] => {
  const ofType = (scope: string) => (world.commands.get(scope) ?? []).filter((command) => command.type === type)
  const context = channel.guild === null ? 1 : 0
  const own = channel.guild === null ? [] : ofType(channel.guild)
  const shared = ofType('global').filter(
    ({ name, contexts }) => !own.some((other) => other.name === name) && (contexts?.includes(context) ?? true),
  )
  const all = [...own, ...shared]
  if (channel.guild === null) return all
  const permissions = permissionsIn(world, user, channel.guild)
  return all.filter((command) => mayUse(command, permissions))
}

/**
 * The command that a person names. @throws Error when the person is offered none of this name and type in the channel
 */
export const commandNamed = (
  world: World,
  place: Place,
  name: string,
  type?: ApplicationCommandType,
): APIApplicationCommand => {
  const seen = commandsSeen(world, place, type)
  const found = seen.find((command) => command.name === name)
  if (found === undefined)
    throw new Error(
      `There is no command “${name}” here. There is: ${seen.map((command) => command.name).join(', ') || 'none'}.`,
    )
  return found
}
