import type { Control } from '../messages/view.ts'
import type { Deed } from './custom-id.ts'
import type { Frame } from './frame.ts'

/** Something that can be done with a reply, as its button says it. */
export type Offer = {
  readonly deed: Deed
  readonly label: string
  /** Which part of the reply it is about; 0 when not said. */
  readonly n?: number
  readonly isMain?: boolean
}

/** A row with a button for each offer that is still open; none where nothing can be pressed. */
export const buttonRow = ({ idOf, done }: Frame, offers: readonly Offer[]): readonly Control[] => {
  const open = offers.filter(({ deed }) => !done.has(deed))
  if (idOf === null || open.length === 0) return []
  return [open.map(({ deed, label, n = 0, isMain = false }) => ({ id: idOf(deed, n), label, isMain }))]
}

/** The quotes as they stand in the sources, without Discord's marks. */
export const copyOffer = ({ say }: Frame): Offer => ({ deed: 'copy', label: say`Copy as text` })

/** To show to everyone what the asker alone sees. */
export const shareOffers = ({ say, isPrivate, isInGuild }: Frame): readonly Offer[] =>
  isPrivate && isInGuild ? [{ deed: 'share', label: say`Share in channel` }] : []
