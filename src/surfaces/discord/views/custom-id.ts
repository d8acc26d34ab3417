/** What the buttons, menus and forms of a reply do. */
export const deeds = [
  // of a quote, `n` being its place in the reply, from 0
  'context',
  // of an answer
  'more',
  'copy',
  'share',
  'helpful',
  'unhelpful',
  // of a summary
  'longer',
  'shorter',
  // of a context (`n` is the number of the paragraph in the middle) and of a list (`n` is the page, from 1)
  'go',
  // of a menu of sources, whose values are source ids
  'open',
  // of a silence; `rephrase` opens a form, and `asked` is what the form sends
  'rephrase',
  'asked',
  'tell-me',
  // of the settings
  'set-answers',
  'set-channels',
  'set-quotes',
  'set-style',
  'set-language',
] as const
export type Deed = (typeof deeds)[number]

/** What a custom id says: what to do, with which shown reply, and which part of it. */
export type CustomId = { readonly deed: Deed; readonly reply: string; readonly n: number }

/** The layout of ids, so that one of an older Quoth is told from a broken one. */
const layout = 'q1'

/** At most 100 characters, as Discord takes them; it holds no text of documents or people. */
export const customId = ({ deed, reply, n }: CustomId): string => `${layout}:${deed}:${reply}:${n}`

/** What a custom id says; null when it is none of ours. */
export const readCustomId = (id: string): CustomId | null => {
  const [, named, reply, n] = /^q1:([a-z-]{1,20}):([\w-]{8,40}):(\d{1,9})$/.exec(id) ?? []
  const deed = deeds.find((each) => each === named)
  return deed === undefined || reply === undefined ? null : { deed, reply, n: Number(n) }
}
