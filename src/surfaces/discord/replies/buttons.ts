import type { Control, Manner } from '../message/view.ts'

/** What the buttons, menus and forms of a reply do. */
export const buttonActions = [
  // of a quote; `n` is its index in the reply
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
  // of an answer without quotes; `rephrase` opens a form, and `asked` is what the form sends
  'rephrase',
  'asked',
  'tell-me',
  // what a form for files sends
  'files',
  // of the settings
  'set-answers',
  'set-channels',
  'set-quotes',
  'set-style',
  'set-language',
] as const
export type ButtonAction = (typeof buttonActions)[number]

/** The commands whose replies have an action; on any other reply, its custom id was made up. */
export const commandsWith: { readonly [A in ButtonAction]: readonly string[] } = {
  context: ['ask', 'find-sources', 'check-quotes'],
  more: ['ask'],
  copy: ['ask', 'summarise', 'find-sources', 'check-quotes'],
  share: ['ask', 'summarise', 'find-sources', 'check-quotes'],
  helpful: ['ask'],
  unhelpful: ['ask'],
  longer: ['summarise'],
  shorter: ['summarise'],
  go: ['context', 'sources', 'library'],
  open: ['ask', 'sources'],
  rephrase: ['ask'],
  asked: ['ask'],
  'tell-me': ['ask'],
  files: ['library'],
  'set-answers': ['settings'],
  'set-channels': ['settings'],
  'set-quotes': ['settings'],
  'set-style': ['settings'],
  'set-language': ['settings'],
}

/** What a custom id stands for: an action, the reply, and which part of it. */
export type CustomId = { readonly action: ButtonAction; readonly reply: string; readonly n: number }

/** The version of the format of ids. */
const layout = 'q1'

/** At most 100 characters, Discord's limit; it has no text of documents or people. */
export const customId = ({ action, reply, n }: CustomId): string => `${layout}:${action}:${reply}:${n}`

/** What a custom id stands for; null when it is not ours. */
export const readCustomId = (id: string): CustomId | null => {
  const [, named, reply, n] = /^q1:([a-z-]{1,20}):([\w-]{8,40}):(\d{1,9})$/.exec(id) ?? []
  const action = buttonActions.find((each) => each === named)
  return action === undefined || reply === undefined ? null : { action, reply, n: Number(n) }
}

/** Where and for whom a reply is shown, and how. */
export type Frame = Manner & {
  /** Whether the asker alone sees it. */
  readonly isPrivate: boolean
  /** Whether it is in a server, where there are others to share it with. */
  readonly isInGuild: boolean
  /** The custom id for an action; null if the reply cannot be kept, and so has no buttons. */
  readonly idOf: ((action: ButtonAction, n?: number) => string) | null
  /** What was done with the reply already, and has no button any more: `share`, `tell-me`, `helpful` … */
  readonly done: ReadonlySet<ButtonAction>
}

/** An action with the label of its button. */
export type Offer = {
  readonly action: ButtonAction
  readonly label: string
  /** Which part of the reply it is about; 0 by default. */
  readonly n?: number
  readonly isMain?: boolean
}

/** A row with a button for each action that was not done yet; none if nothing can be pressed. */
export const buttonRow = ({ idOf, done }: Frame, offers: readonly Offer[]): readonly Control[] => {
  const open = offers.filter(({ action }) => !done.has(action))
  if (idOf === null || open.length === 0) return []
  return [open.map(({ action, label, n = 0, isMain = false }) => ({ id: idOf(action, n), label, isMain }))]
}

/** The quotes as text, without Discord's marks. */
export const copyOffer = ({ t }: Frame): Offer => ({ action: 'copy', label: t`Copy as text` })

/** Shows everyone what only the asker sees. */
export const shareOffers = ({ t, isPrivate, isInGuild }: Frame): readonly Offer[] =>
  isPrivate && isInGuild ? [{ action: 'share', label: t`Share in channel` }] : []
