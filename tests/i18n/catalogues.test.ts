import { beforeAll, describe, expect, it } from 'vitest'
import { loadCommands } from '../../src/app/load-commands.ts'
import { type Command, commandsInChat, helpOf } from '../../src/command.ts'
import { languages } from '../../src/domain/guild-settings.ts'
import { german } from '../../src/i18n/german.ts'
import { languageFor, wordings } from '../../src/i18n/say.ts'
import { type FileMessages, programMessages } from './program-messages.ts'

/** Where only a host reads what is said, or somebody at a terminal, in English. */
const forHosts =
  /^src\/(?:app|tools|observability|snapshot|surfaces\/terminal|surfaces\/discord\/gateway(?!\/(?:deliver|responder)\.ts))\/|^src\/(?:main|state\/(?:lock-folder|open-state)|store\/backup)\.ts$/

/**
 * Texts of several words in the Discord surface that name something to a host: the kind of an interaction, a broken
 * limit.
 */
const neverShown: readonly string[] = ['src/surfaces/discord/handler.ts: message command']
const limitNames = 'src/surfaces/discord/message/budget.ts'

let program: readonly FileMessages[] = []
let commands: readonly Command[] = []

beforeAll(async () => {
  program = programMessages()
  commands = commandsInChat(await loadCommands())
})

/** What the commands say of themselves, which is written as data. */
const described = (): readonly string[] =>
  commands.flatMap((command) => [
    ...('description' in command ? [command.description] : []),
    ...(command.form ? [command.form.title, command.form.label] : []),
    ...helpOf(command).flatMap(({ description, options, examples }) => [
      description,
      ...options.map((option) => option.description),
      ...examples.map(({ meaning }) => meaning),
    ]),
  ])

const keys = (): ReadonlySet<string> => new Set([...program.flatMap((file) => file.keys), ...described()])

const placesIn = (text: string): readonly string[] => [...new Set(text.match(/\{\d+\}/g))].sort()

describe('what Quoth says to people', () => {
  it('is read from the whole program', () => {
    expect(program.length).toBeGreaterThan(250)
    expect(keys().size).toBeGreaterThan(200)
  })

  it('is a message with a language, wherever somebody in a chat may read it', () => {
    const bare = program
      .filter(({ path }) => !forHosts.test(path))
      .flatMap(({ path, bareErrors }) => bareErrors.map((text) => `${path}: ${text}`))
    expect(bare).toEqual([])
  })

  it('is never a plain text in what is shown in Discord', () => {
    const bare = program
      .filter(({ path }) => path.startsWith('src/surfaces/discord/') && !forHosts.test(path) && path !== limitNames)
      .flatMap(({ path, bareTexts }) => bareTexts.map((text) => `${path}: ${text}`))
      .filter((text) => !neverShown.includes(text))
    expect(bare).toEqual([])
  })
})

const translated = languages.filter((language) => language !== 'en')

describe.each(translated)('the catalogue of %s', (language) => {
  const { messages, names } = wordings[language]

  it('has every message, and none that nothing says', () => {
    const msg = keys()
    expect([...msg].filter((key) => !Object.hasOwn(messages, key))).toEqual([])
    expect(Object.keys(messages).filter((key) => !msg.has(key))).toEqual([])
  })

  it('has the values of every message', () => {
    for (const [key, text] of Object.entries(messages))
      if (typeof text === 'string') expect({ key, places: placesIn(text) }).toEqual({ key, places: placesIn(key) })
  })

  it('keeps what Discord shows short as short as it is shown', () => {
    const longest: { readonly [property: string]: number } = { label: 34, title: 45, placeholder: 100 }
    const labels = program
      .filter(({ path }) => path.startsWith('src/surfaces/discord/'))
      .flatMap((file) => file.labels)
      .filter(({ of }) => Object.hasOwn(longest, of))
    expect(labels.length).toBeGreaterThan(10)
    const shown = labels.map(({ of, key }) => ({ of, text: messages[key] ?? key }))
    expect(shown.filter(({ of, text }) => text.length > (longest[of] ?? 0))).toEqual([])
    expect(described().filter((key) => (messages[key] ?? key).length > 100)).toEqual([])
  })

  it('names every command, subcommand and option, alike wherever the name stands', () => {
    const named = commands.flatMap((command) => [
      command.name,
      ...(command.onMessage === undefined ? [] : [command.onMessage.name]),
      ...('action' in command
        ? Object.keys(command.action.options)
        : Object.entries(command.subcommands).flatMap(([name, { options }]) => [name, ...Object.keys(options)])),
    ])
    expect(named.filter((name) => !Object.hasOwn(names, name))).toEqual([])
    const own = Object.values(names)
    expect(own.filter((name, at) => own.indexOf(name) < at)).toEqual([])
  })

  it('is chosen for its readers, wherever they live', () => {
    for (const locale of [language, language.toUpperCase(), `${language}-CH`])
      expect(languageFor(locale)).toBe(language)
  })
})

describe('German', () => {
  it('has its own quotation marks, and no typewriter ones that English does not have', () => {
    for (const [key, text] of Object.entries(german.messages)) {
      if (typeof text !== 'string') continue
      expect({ key, english: /[”‘]|“(?=\p{L}|\{)/u.test(text) }).toEqual({ key, english: false })
      expect({ key, marks: (text.match(/„/g) ?? []).length }).toEqual({ key, marks: (text.match(/“/g) ?? []).length })
      expect({ key, typewriter: text.match(/"/g)?.length }).toEqual({ key, typewriter: key.match(/"/g)?.length })
    }
  })
})
