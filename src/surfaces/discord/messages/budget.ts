import { type APIContainerComponent, ComponentType } from 'discord.js'

/**
 * What one message may hold, a little under Discord's own limits (4,000 characters and 10,170 bytes over all text displays,
 * 40 components, nested ones included). discord.js checks none of the three. Characters are counted after escaping, in
 * UTF-16 units, which are never fewer than Discord's characters.
 */
export const budget = { characters: 3800, bytes: 10_000, components: 40 } as const

/** What Discord adds to the bytes of every text display. */
const bytesPerDisplay = 12

type Size = { readonly characters: number; readonly bytes: number; readonly components: number }

/** The size of a container of text displays, separators and files. */
const sizeOf = (container: APIContainerComponent): Size => {
  const texts = container.components.flatMap((part) => (part.type === ComponentType.TextDisplay ? [part.content] : []))
  return {
    characters: texts.reduce((sum, text) => sum + text.length, 0),
    bytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text) + bytesPerDisplay, 0),
    components: 1 + container.components.length,
  }
}

export const fits = (container: APIContainerComponent): boolean => {
  const { characters, bytes, components } = sizeOf(container)
  return characters <= budget.characters && bytes <= budget.bytes && components <= budget.components
}
