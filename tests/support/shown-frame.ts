import type { Language } from '../../src/domain/guild-settings.ts'
import { translatorFor } from '../../src/i18n/say.ts'
import type { OutgoingMessage } from '../../src/surfaces/discord/message/view.ts'
import type { Frame } from '../../src/surfaces/discord/replies/buttons.ts'
import { customId } from '../../src/surfaces/discord/replies/buttons.ts'

/** How a reply is shown: as cards with all its controls, to everybody in a server, unless told otherwise. */
export const frameOf = ({
  language = 'en',
  ...given
}: Partial<Frame> & { readonly language?: Language } = {}): Frame => ({
  t: translatorFor(language),
  style: 'cards',
  isPrivate: false,
  isInGuild: true,
  idOf: (action, n = 0) => customId({ action, reply: 'abcdefgh01234567', n }),
  done: new Set(),
  ...given,
})

type Part = {
  readonly content?: string
  readonly label?: string
  readonly placeholder?: string
  readonly options?: readonly { readonly label: string }[]
  readonly components?: readonly Part[]
  readonly accessory?: Part
}

const within = (part: Part): readonly Part[] => [
  part,
  ...(part.components ?? []).flatMap(within),
  ...(part.accessory === undefined ? [] : within(part.accessory)),
]

/** The components of a message, nested ones as well. */
export const partsOf = ({ components }: Pick<OutgoingMessage, 'components'>): readonly Part[] =>
  (components as readonly Part[]).flatMap(within)

/** What a message shows as text: its content, then its text displays. */
export const textOf = (message: OutgoingMessage): string =>
  [message.content, ...partsOf(message).flatMap(({ content }) => content ?? [])]
    .filter((text) => text !== '')
    .join('\n\n')

/** What can be pressed or chosen from: the labels of buttons and the placeholders of menus, in their order. */
export const controlsOf = (message: OutgoingMessage): readonly string[] =>
  partsOf(message).flatMap(({ label, placeholder }) => label ?? placeholder ?? [])

/** What there is to choose from in the menus, in their order. */
export const optionsOf = (message: OutgoingMessage): readonly string[] =>
  partsOf(message).flatMap(({ options = [] }) => options.map(({ label }) => label))
