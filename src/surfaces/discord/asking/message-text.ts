import { ComponentType, type Message } from 'discord.js'

/** Characters of a message that are looked at: more than Discord lets anybody write. */
const longest = 6000

type Part = { readonly type: number; readonly content?: unknown; readonly components?: readonly Part[] }

const textsOf = (parts: readonly Part[]): readonly string[] =>
  parts.flatMap(({ type, content, components = [] }) =>
    type === ComponentType.TextDisplay && typeof content === 'string' ? [content] : textsOf(components),
  )

type Written = Pick<Message, 'content' | 'components'>

const ownTexts = ({ content, components }: Written): readonly string[] => [
  content,
  ...textsOf(components.map((component) => component.toJSON() as Part)),
]

/** The words of a message: what its author wrote, the texts that a bot laid out, and what it forwards. */
export const messageText = (message: Written & { readonly messageSnapshots: ReadonlyMap<string, Written> }): string =>
  [message, ...message.messageSnapshots.values()]
    .flatMap(ownTexts)
    .filter((text) => text !== '')
    .join('\n')
    .slice(0, longest)
