import type { Destination } from './destinations.ts'

/** What holds within a group, and is again as it was behind it. */
export type Group = {
  destination: Destination
  /** Whether nothing but `\*` came yet. */
  isFresh: boolean
  isStarred: boolean
  /** Whether its first group is a copy in another encoding of what the second says. */
  isTwofold: boolean
  /** How many characters stand behind a Unicode one for programs that cannot read it. */
  copies: number
  font: number
  isHidden: boolean
  isDeleted: boolean
  style: number
  outline: number | null
  isInTable: boolean
  listLevel: number
}

/** The group that the document is, before anything is said. */
export const rootGroup: Group = {
  destination: 'body',
  isFresh: true,
  isStarred: false,
  isTwofold: false,
  copies: 1,
  font: -1,
  isHidden: false,
  isDeleted: false,
  style: 0,
  outline: null,
  isInTable: false,
  listLevel: 0,
}

/**
 * @param name of a style
 * @returns the level of a heading that it names, where the style does not state one; else 0
 */
export const levelByName = (name: string): number => {
  const trimmed = name.replace(/;.*$/, '').trim()
  if (/^title$/i.test(trimmed)) return 1
  return Number(/^heading (\d)$/i.exec(trimmed)?.[1] ?? 0)
}
