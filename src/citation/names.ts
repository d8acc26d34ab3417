import { type CslName, familyShown, nameShown, type PersonName } from '../domain/bibliography.ts'

const behind = (parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(', ')

/** `Alexander von`: given names and the particle that is left behind them when a name is inverted. */
const givenBehind = ({ given, 'dropping-particle': particle }: PersonName): string =>
  [given, particle].filter(Boolean).join(' ')

/** `Patranobis, Sutirtho`, `King, Martin Luther, Jr.`; an organisation's name unchanged. */
export const invertedName = (name: CslName): string =>
  'literal' in name ? name.literal : behind([familyShown(name), givenBehind(name), name.suffix])

/** `Jean-Paul Maria` as `J.-P. M.`, `J.R.R.` as `J. R. R.`, `JD` as `J. D.` */
const initials = (given: string): string =>
  given
    .replace(/^\p{Lu}{2,3}$/u, (letters) => [...letters].join(' '))
    .replace(/\.(?=[^\s.-])/g, '. ')
    .split(' ')
    .filter((word) => /\p{L}/u.test(word))
    .map((name) =>
      name
        .split('-')
        .map((part) => /\p{L}\p{M}*/u.exec(part)?.[0])
        .filter(Boolean)
        .map((letter) => `${letter}.`)
        .join('-'),
    )
    .join(' ')

/** `King, M. L., Jr.`, `van Gogh, V.` */
export const invertedInitials = (name: CslName): string =>
  'literal' in name
    ? name.literal
    : behind([
        familyShown(name),
        givenBehind(name.given === undefined ? name : { ...name, given: initials(name.given) }),
        name.suffix,
      ])

/** `M. L. King Jr.`, within a reference. */
export const namedByInitials = (name: CslName): string =>
  'literal' in name || name.given === undefined ? nameShown(name) : nameShown({ ...name, given: initials(name.given) })

/**
 * @param name a CSL name
 * @returns what a text cites it by: the family name with its particle, or an organisation's name
 */
export const familyOf = (name: CslName): string => ('literal' in name ? name.literal : familyShown(name))

/** `A`, `A and B`, `A, B, and C`; in APA with `&`. */
export const joined = (names: readonly string[], and: 'and' | '&'): string => {
  if (names.length < 3) return names.join(` ${and} `)
  return `${names.slice(0, -1).join(', ')}, ${and} ${names.at(-1)}`
}

/** Names in MLA and Chicago order: the first inverted, the others not, `and` before the last. */
export const firstInverted = (names: readonly CslName[]): string => {
  const shown = names.map((name, at) => (at === 0 ? invertedName(name) : nameShown(name)))
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')}, and ${shown.at(-1)}`
}

/** What BibTeX would take for the end of a name, or for another name. */
const divides = /,|(^|\s)and(\s|$)/i

/**
 * `King, Jr., Martin Luther`, as BibTeX wants it; braces keep a body, and a part with a comma or `and`, in one piece.
 * @param escaped makes a text safe for TeX
 */
export const bibtexName = (name: CslName, escaped: (text: string) => string): string => {
  const part = (text: string): string => (divides.test(text) ? `{${escaped(text)}}` : escaped(text))
  if ('literal' in name) return `{${escaped(name.literal)}}`
  const { 'dropping-particle': particle, suffix, given } = name
  const family = [particle, familyShown(name)]
    .filter((text) => text !== undefined)
    .map(part)
    .join(' ')
  return behind([
    family,
    suffix === undefined ? undefined : part(suffix),
    given === undefined ? undefined : part(given),
  ])
}
