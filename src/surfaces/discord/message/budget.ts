import { type APIMessageComponent, ComponentType } from 'discord.js'
import type { OutgoingMessage } from './view.ts'

/**
 * Discord's limits; discord.js checks hardly any of them. Characters are counted in UTF-16 units, which are never
 * fewer than Discord's characters. Of a message's text and bytes (4,000 and 10,170) Quoth uses a little less, since
 * neither limit is documented yet.
 */
export const limits = {
  /** A message with Components V2: nested components count, and every text display adds twelve bytes of its own. */
  cards: { components: 40, characters: 3800, bytes: 10_000, bytesPerDisplay: 12 },
  plain: { characters: 2000, rows: 5 },
  section: { texts: 3 },
  row: { buttons: 5 },
  customId: 100,
  button: { label: 80, url: 512 },
  menu: { options: 25, optionLabel: 100, value: 100, optionDescription: 100, placeholder: 150 },
  /** A form: its title, the label of its field, and what can be typed into that. */
  form: { title: 45, label: 45, text: 4000 },
  /** The suggestions of an autocomplete: how many, and the characters of a name or a value. */
  choices: { count: 25, text: 100 },
  /** UTF-16 units of an attached file: at three bytes each, still below Discord's 10 MiB. */
  file: 3_000_000,
} as const

/** A component and everything in it. */
const withNested = (component: APIMessageComponent): readonly APIMessageComponent[] => [
  component,
  ...('components' in component ? (component.components as readonly APIMessageComponent[]).flatMap(withNested) : []),
  ...('accessory' in component ? withNested(component.accessory) : []),
]

/** Something measured: how much there is, and how much there may be. */
type Measure = readonly [what: string, count: number, limit: number]

/** A component by itself, apart from what it adds to the message's totals. */
const measuresOf = (part: APIMessageComponent): readonly Measure[] => {
  const id: readonly Measure[] =
    'custom_id' in part ? [['characters of a custom id', part.custom_id.length, limits.customId]] : []
  switch (part.type) {
    case ComponentType.ActionRow:
      return [['buttons in a row', part.components.length, limits.row.buttons]]
    case ComponentType.Section:
      return [['texts in a section', part.components.length, limits.section.texts]]
    case ComponentType.Button:
      return [
        ...id,
        ...('label' in part ? [['characters of a label', part.label?.length ?? 0, limits.button.label] as const] : []),
        ...('url' in part ? [['characters of an address', part.url.length, limits.button.url] as const] : []),
      ]
    case ComponentType.StringSelect:
      return [
        ...id,
        ['characters of a placeholder', part.placeholder?.length ?? 0, limits.menu.placeholder],
        ['options of a menu', part.options.length, limits.menu.options],
        ...part.options.flatMap(({ label, value, description = '' }): readonly Measure[] => [
          ['characters of an option', label.length, limits.menu.optionLabel],
          ['characters of a value', value.length, limits.menu.value],
          ["characters of an option's description", description.length, limits.menu.optionDescription],
        ]),
      ]
    case ComponentType.ChannelSelect:
      return [...id, ['chosen channels', part.default_values?.length ?? 0, limits.menu.options]]
    default:
      return id
  }
}

const ofCards = (parts: readonly APIMessageComponent[]): readonly Measure[] => {
  const texts = parts.flatMap((part) => (part.type === ComponentType.TextDisplay ? [part.content] : []))
  const { components, characters, bytes, bytesPerDisplay } = limits.cards
  const bytesOf = (text: string): number => Buffer.byteLength(text) + bytesPerDisplay
  return [
    ['components', parts.length, components],
    ['characters', texts.reduce((sum, text) => sum + text.length, 0), characters],
    ['bytes', texts.reduce((sum, text) => sum + bytesOf(text), 0), bytes],
  ]
}

const beyond = (measures: readonly Measure[]): readonly string[] =>
  measures.filter(([, count, limit]) => count > limit).map(([what, count, limit]) => `${what}: ${count} of ${limit}`)

/**
 * Which of Discord's limits a message exceeds, nested parts included: `characters: 4100 of 3800`; empty when it fits.
 */
export const excesses = ({ style, content, components }: OutgoingMessage): readonly string[] => {
  const parts = components.flatMap(withNested)
  const whole: readonly Measure[] =
    style === 'cards'
      ? ofCards(parts)
      : [
          ['characters', content.length, limits.plain.characters],
          ['rows', components.length, limits.plain.rows],
        ]
  return beyond([...whole, ...parts.flatMap(measuresOf)])
}

/** Whether Discord takes a message. */
export const fits = (message: OutgoingMessage): boolean => excesses(message).length === 0

/**
 * The longest head of `text` of at most `limit` UTF-16 units that ends where a grapheme ends. Where one grapheme is
 * longer than that (a letter under a heap of marks), the head ends where a code point does.
 */
export const headOf = (text: string, limit: number): string => {
  if (text.length <= limit) return text
  // The boundary depends on the next character, which may take two units.
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text.slice(0, limit + 2))
  const border = graphemes.containing(limit)?.index ?? limit
  if (border > 0) return text.slice(0, border)
  return text.slice(0, /[\ud800-\udbff]/.test(text.charAt(limit - 1)) ? limit - 1 : limit)
}

/** `text` in at most `limit` UTF-16 units; `…` replaces what does not fit. */
export const shortened = (text: string, limit: number): string =>
  text.length <= limit ? text : `${headOf(text, Math.max(0, limit - 1))}…`
