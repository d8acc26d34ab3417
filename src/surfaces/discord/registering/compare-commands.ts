import { type APIApplicationCommand, ApplicationCommandType } from 'discord.js'
import type { CommandPayload } from './payloads.ts'

/** Commands as people pick them (`/ask`, `Apps > Find sources`): what Discord lacks, has otherwise, has beyond ours, has as ours. */
export type Differences = {
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly removed: readonly string[]
  readonly unchanged: readonly string[]
}

/** A command as a guild's own list takes it: where it can be used is a matter of global commands only. */
export const forGuild = ({ contexts: _, integration_types: __, ...payload }: CommandPayload): CommandPayload => payload

type Fields = { readonly [field: string]: unknown }

/** A command or an option as the fields of its JSON, whatever its type says of them. */
const fieldsOf = (value: object): Fields => ({ ...value })

const listOf = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.map(fieldsOf) : [])

const sorted = (value: unknown): unknown =>
  value !== null && typeof value === 'object' ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : []

const textsOf = (fields: Fields): readonly unknown[] => [
  fields['name'],
  sorted(fields['name_localizations']),
  fields['description'],
  sorted(fields['description_localizations']),
]

/** An option with every default filled in, so that what Discord leaves out compares equal to what we say. */
const plainOption = (option: Fields): readonly unknown[] => [
  option['type'],
  ...textsOf(option),
  option['required'] ?? false,
  option['autocomplete'] ?? false,
  ...['min_value', 'max_value', 'min_length', 'max_length'].map((limit) => option[limit] ?? null),
  listOf(option['choices']).map((choice) => [choice['name'], sorted(choice['name_localizations']), choice['value']]),
  listOf(option['options']).map(plainOption),
]

const plainCommand = (command: Fields, global: boolean): string =>
  JSON.stringify([
    ...textsOf(command),
    command['default_member_permissions'] ?? null,
    command['nsfw'] ?? false,
    global ? [command['contexts'] ?? null, command['integration_types'] ?? null] : [],
    listOf(command['options']).map(plainOption),
  ])

/** Commands of other types may have the name of a slash command. */
const pickedAs = ({ type = ApplicationCommandType.ChatInput, name }: Fields): string =>
  type === ApplicationCommandType.ChatInput ? `/${name}` : `Apps > ${name}`

/**
 * How Discord's list differs from ours, whatever it adds to each command (ids, versions, defaults).
 * @param scope `global: false` for a guild's own list
 */
export const differencesOf = (
  held: readonly APIApplicationCommand[],
  ours: readonly CommandPayload[],
  { global }: { readonly global: boolean },
): Differences => {
  const plain = (commands: readonly object[]): ReadonlyMap<string, string> =>
    new Map(commands.map(fieldsOf).map((command) => [pickedAs(command), plainCommand(command, global)]))
  const theirs = plain(held)
  const wanted = plain(ours)
  const where = (keys: Iterable<string>, holds: (key: string) => boolean): readonly string[] => [...keys].filter(holds)
  return {
    added: where(wanted.keys(), (key) => !theirs.has(key)),
    changed: where(wanted.keys(), (key) => theirs.has(key) && theirs.get(key) !== wanted.get(key)),
    removed: where(theirs.keys(), (key) => !wanted.has(key)),
    unchanged: where(wanted.keys(), (key) => theirs.get(key) === wanted.get(key)),
  }
}
