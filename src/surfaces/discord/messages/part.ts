import type { Attachment } from './message.ts'
import type { Button } from './view.ts'

/** An item as it is shown, with what stands beside it. */
export type ShownItem = { readonly text: string; readonly button: Button | null }

/** What of a view is shown: some of its items, what is said of the others, and the file that they are in. */
export type Part = {
  readonly items: readonly ShownItem[]
  readonly notes: readonly string[]
  readonly file: Attachment | null
  /** How many items are shown whole. */
  readonly shown: number
}
