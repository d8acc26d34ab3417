import { readdir } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import forgetMe from '../../commands/forget-me.ts'
import library from '../../commands/library.ts'
import settings from '../../commands/settings.ts'
import { partsOf } from '../../src/answer/question-syntax.ts'
import { type Action, actionOf, type Command, helpOf, readArguments } from '../../src/command.ts'
import { QuothError } from '../../src/domain/error.ts'
import type { Quoth } from '../../src/quoth.ts'
import { asAda } from '../support/as-ada.ts'
import { commands as atTerminal, fakeQuoth } from '../support/terminal-quoth.ts'

/** What Discord takes for the name of a command or an option. */
const nameShape = /^[-_\p{Ll}\p{N}]{1,32}$/u

const actionsOf = (command: Command): readonly (readonly [string, Action])[] =>
  'action' in command
    ? [[command.name, command.action]]
    : Object.entries(command.subcommands).map(([name, action]) => [`${command.name} ${name}`, action] as const)

/** Those at a terminal, and those for chats alone. */
const commands: readonly Command[] = [...atTerminal, forgetMe, library, settings]

const actions = commands.flatMap(actionsOf)

describe('the commands', () => {
  it('are one a file, named as their file', async () => {
    const files = (await readdir(new URL('../../commands/', import.meta.url))).sort()
    expect(files).toEqual(commands.map(({ name }) => `${name}.ts`).sort())
  })

  it('have names that Discord takes and that differ, American ones included', () => {
    const names = commands.flatMap(({ name, americanName }) => [name, ...(americanName ? [americanName] : [])])
    for (const name of names) expect(name).toMatch(nameShape)
    expect(new Set(names).size).toBe(names.length)
  })

  it('stay below 8,000 characters each', () => {
    for (const command of commands) expect(JSON.stringify(command).length).toBeLessThan(8000)
  })

  it('have a default among their subcommands', () => {
    for (const command of commands) if ('subcommands' in command) expect(actionOf(command)).toBeDefined()
  })
})

describe.each(actions)('/%s', (name, { description, options }) => {
  const declared = Object.entries(options)

  it('keeps the lengths of Discord', () => {
    expect(description.length).toBeGreaterThan(0)
    expect(description.length).toBeLessThanOrEqual(100)
    expect(declared.length).toBeLessThanOrEqual(25)
    for (const [option, spec] of declared) {
      expect(option).toMatch(nameShape)
      expect(spec.description.length).toBeGreaterThan(0)
      expect(spec.description.length).toBeLessThanOrEqual(100)
      if (spec.type !== 'string') continue
      expect(spec.maxLengthInChat ?? spec.maxLength ?? 6000).toBeLessThanOrEqual(6000)
      expect(spec.choices?.length ?? 0).toBeLessThanOrEqual(25)
      // Discord takes choices or autocompletion, not both.
      expect(spec.choices === undefined || spec.suggest === undefined).toBe(true)
    }
  })

  it('has required options first', () => {
    const required = declared.map(([, spec]) => spec.required === true)
    expect(required).toEqual(required.toSorted((a, b) => Number(b) - Number(a)))
  })

  it('has defaults that it takes itself', () => {
    for (const [option, spec] of declared)
      if ('default' in spec && spec.default !== undefined)
        expect(() => readArguments({ [option]: spec }, { [option]: spec.default })).not.toThrow()
  })

  it('is explained by /help', () => {
    const help = commands.flatMap(helpOf).find((entry) => entry.name === name)
    expect(help?.usage).toMatch(new RegExp(`^/${name}`))
    expect(help?.options.map((option) => option.name)).toEqual(declared.map(([option]) => option))
  })
})

describe('what /help says may be typed in a question', () => {
  const ask = commands.flatMap(helpOf).find(({ name }) => name === 'ask')

  it.each(ask?.examples.map(({ text }) => [text]) ?? [])('is read so: %s', (text) => {
    const parts = partsOf(`arrests ${text}`)
    expect(parts.map(({ kind }) => kind)).toEqual(['text', expect.not.stringMatching(/^text$/)])
  })

  it('is every operator that there is', () => {
    const kinds = new Set(ask?.examples.flatMap(({ text }) => partsOf(text).map(({ kind }) => kind)))
    expect([...kinds].sort()).toEqual(['after', 'before', 'excluded', 'phrase', 'source'])
  })
})

describe('running', () => {
  /** Runs an action and tells what it asked of the facade. */
  const run = async (name: string, given: { readonly [option: string]: string | number | boolean }) => {
    const calls: unknown[] = []
    const fake = fakeQuoth()
    const quoth = new Proxy(fake, {
      get:
        (target, method: keyof Quoth) =>
        (...args: unknown[]) => {
          calls.push([method, ...args])
          return (target[method] as (...args: unknown[]) => unknown)(...args)
        },
    })
    const action = actions.find(([candidate]) => candidate === name)?.[1]
    if (action === undefined) throw new Error(`no /${name}`)
    const reply = await action.run(readArguments(action.options, given), { quoth, commands, ...asAda })
    return { kind: reply.kind, calls }
  }

  it.each([
    [
      'ask',
      { question: 'harbour' },
      'answer',
      [['ask', 'harbour', { source: undefined, quotes: 3, asker: 'Ada', isPrivate: false, followsUp: false }]],
    ],
    [
      'ask',
      { question: 'ice', source: 'hostile', quotes: 1, private: true, 'follow-up': true },
      'answer',
      [['ask', 'ice', { source: 'hostile', quotes: 1, asker: 'Ada', isPrivate: true, followsUp: true }]],
    ],
    ['summarise', { source: 'hostile' }, 'summary', [['summarise', 'hostile', { sentences: 4 }]]],
    ['sources list', {}, 'source-list', [['sources', undefined]]],
    [
      'sources show',
      { source: 'hostile' },
      'source-card',
      [
        ['source', 'hostile'],
        ['relatives', 'hostile'],
      ],
    ],
    ['find-sources', { text: 'A harbour.' }, 'findings', [['findSources', 'A harbour.']]],
    ['check-quotes', { text: '“froze”', private: false }, 'quote-check', [['checkQuotes', '“froze”']]],
    ['help', {}, 'help', []],
  ])('/%s with %j', async (name, given, kind, calls) => {
    expect(await run(name, given)).toEqual({ kind, calls })
  })

  it('/cite asks for the style that is said', async () => {
    const { quotes } = await fakeQuoth().ask('harbour')
    const id = quotes[0]?.citation.id ?? ''
    expect(await run('cite', { 'quote-id': id })).toEqual({ kind: 'reference', calls: [['cite', id, undefined]] })
    expect(await run('cite', { 'quote-id': id, style: 'ris' })).toEqual({
      kind: 'reference',
      calls: [['cite', id, 'ris']],
    })
  })

  it('passes an unknown source on with what may be meant', async () => {
    const failing = run('summarise', { source: 'nowhere' })
    await expect(failing).rejects.toThrow(QuothError)
    await expect(failing).rejects.toMatchObject({ code: 'unknown-source', suggestions: ['papers/winter'] })
  })
})
