import type { SourceId } from './source.ts'

/**
 * A source that has words in common with another one, beyond what a form or a template is: it tells the same story, or
 * has a passage of it.
 */
export type Relative = {
  readonly source: SourceId
  readonly title: string
  readonly kind: 'same-story' | 'shared-passage'
  /** The share of the shorter text that the other one has too, 0 to 1. */
  readonly containment: number
}
