import { ComponentType, type Message } from 'discord.js'

/** Characters of a message that are looked at: more than Discord lets anybody write. */
const longest = 6000

type Part = { readonly type: number; readonly content?: unknown; readonly components?: readonly Part[] }

const textsOf = (parts: readonly Part[]): readonly string[] =>
  parts.flatMap(({ type, content, components = [] }) =>
    type === ComponentType.TextDisplay && typeof content === 'string' ? [content] : textsOf(components),
  )

/** The words of a message: what its author wrote, and the texts that a bot laid out. */
export const messageText = ({ content, components }: Pick<Message, 'content' | 'components'>): string =>
  [content, ...textsOf(components.map((component) => component.toJSON() as Part))]
    .filter((text) => text !== '')
    .join('\n')
    .slice(0, longest)
