import { plainForm } from '../../../language/letters.ts'

/** What stands between a title and the name of its site. */
const divider = /\s+(?:[|–—·•»«›‹~⋆]|-{1,2}|::?|\/{1,2})\s+|\s*[|»]\s*/u

/** A name in letters and figures alone, so that `The Guardian` is `theguardian`. */
const folded = (text: string): string => plainForm(text).replace(/[^\p{L}\p{N}]+/gu, '')

const wordsOf = (text: string): readonly string[] => plainForm(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** Whether a part of a title names the site: it is one of its names, or of its address. */
const namesSite = (part: string, names: readonly string[], host: string): boolean => {
  const own = folded(part)
  const bare = own.replace(/^(?:the|der|die|das|le|la|el)(?=\p{L}{3})/u, '')
  if (own.length < 2) return false
  const labels = [folded(host), ...host.split('.').slice(0, -1).map(folded)].filter((label) => label.length > 2)
  return names.some((name) => folded(name) === own) || labels.some((label) => label === own || label === bare)
}

/** A name of a site is hardly longer. */
const maxSiteWords = 4

/**
 * @param title as a page’s metadata writes it
 * @param names of the site
 * @param host of its address, without `www.`; may be empty
 * @returns it without the site’s name at its end or its start
 */
const withoutSite = (title: string, names: readonly string[], host: string): string => {
  const parts = title.split(divider)
  if (parts.length < 2) return title
  let [from, to] = [0, parts.length]
  while (to - from > 1 && namesSite(parts[to - 1] ?? '', names, host)) to -= 1
  while (to - from > 1 && namesSite(parts[from] ?? '', names, host)) from += 1
  const [first, last] = [parts[from] ?? '', parts[to - 1] ?? '']
  const start = from === 0 ? 0 : title.indexOf(first)
  const end = to === parts.length ? title.length : title.lastIndexOf(last) + last.length
  return title.slice(start, end).trim()
}

/** `Title | Site` as `Title`, where nothing says what the site is called; only a bar surely divides. */
const beforeBar = (title: string): string => {
  const at = title.search(/\s+[|»]\s+(?!.*\s[|»]\s)/u)
  if (at === -1) return title
  const [before, behind] = [title.slice(0, at), title.slice(at + 2)]
  return wordsOf(behind).length <= maxSiteWords && wordsOf(before).length > 1 ? before.trim() : title
}

/** Which share of the words of the shorter of two texts is in the other. */
const shared = (one: string, other: string): number => {
  const [few = [], many = []] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.length - b.length)
  if (few.length === 0) return 0
  const all = new Set(many)
  return few.filter((word) => all.has(word)).length / few.length
}

/** A headline that shares so much with the metadata is the same title, in other words. */
const alike = 0.6

/** What says what a page is called. */
export type TitleSources = {
  /** The metadata, in the order of trust. */
  readonly stated: readonly string[]
  /** That of `<title>`. */
  readonly window: string | null
  /** The texts of `<h1>`, in order. */
  readonly headlines: readonly string[]
  /** The texts of the first `<h2>`, in order. */
  readonly subheads: readonly string[]
  readonly sites: readonly string[]
  readonly host: string
}

/**
 * @param sources what says what a page is called
 * @returns its title: the headline that readers see, where the metadata agrees with it; null if nothing says it
 */
export const pageTitle = ({ stated, window, headlines, subheads, sites, host }: TitleSources): string | null => {
  const own = stated.map((title) => withoutSite(title, sites, host)).filter((title) => !namesSite(title, sites, host))
  const ofWindow = window === null ? [] : [withoutSite(window, sites, host)]
  const known = [...own, ...ofWindow.filter((title) => !namesSite(title, sites, host))]
  const shown = headlines.filter((headline) => !namesSite(headline, sites, host) && wordsOf(headline).length > 0)
  const parts = known.map((title) => title.split(divider)).find(({ length }) => length > 1) ?? []
  // Of several headlines, one that ends the title is the book’s or the site’s: `Closures - The Rust Book`.
  const isWhole = (headline: string): boolean =>
    shown.length > 1 && parts.length > 1 && folded(headline) === folded(parts.at(-1) ?? '')
  const whole = shown.filter(isWhole)
  const seen = shown.filter((headline) => !isWhole(headline))
  const same = seen.find((headline) => known.some((title) => folded(title) === folded(headline)))
  if (same !== undefined) return same
  const opening = parts[0]
  const opens = [...seen, ...subheads].find(
    (heading) => folded(heading) === folded(opening ?? '') && folded(heading) !== '',
  )
  if (opens !== undefined) return opens
  const inTitle = seen.find(
    (headline) => wordsOf(headline).length > 1 && known.some((title) => folded(title).includes(folded(headline))),
  )
  if (inTitle !== undefined && known.every((title) => divider.test(title) || own.length === 0)) return inTitle
  const like = seen.find(
    (headline) => wordsOf(headline).length > 2 && known.some((title) => shared(headline, title) >= alike),
  )
  if (like !== undefined) return like
  if (own[0] !== undefined) return own[0]
  if (known.length === 0) return seen.length === 1 ? (seen[0] ?? null) : null
  return beforeBar(withoutSite(known[0] ?? '', whole, host)) || null
}
