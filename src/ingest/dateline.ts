/** What a first paragraph opens with: `length` counts it with its dash; `place` is null for a bare agency. */
export type Dateline = { readonly place: string | null; readonly length: number }

const dash = '\\s*(?:--|[–—]|(?<=[\\s)])-)(?!-)\\s*'
const town = "\\p{Lu}[\\p{L}.'’-]+"
const agency = '\\(\\s?[\\p{L}][\\p{L}.& /-]{1,30}\\s?\\)'
const day = '(?:,\\s*(?:\\p{L}{3,9}\\.?\\s\\d{1,2}|\\d{1,2}\\s\\p{L}{3,9}\\.?)(?:,?\\s\\d{4})?)?'
const month = '(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\\p{Ll}{0,6}\\.?'
const capitals = "\\p{Lu}[\\p{Lu}.'’-]+(?:\\s\\p{Lu}[\\p{Lu}.'’-]+){0,2}"

const patterns: readonly RegExp[] = [
  // BEIJING, Sept 23 (Reuters) - ; Paris, France (CNN) --
  new RegExp(`^(?<place>${town}(?:,?\\s${town}){0,3})${day},?\\s*${agency}${dash}`, 'u'),
  // LONDON — ; NEW YORK, Jan. 5 --
  new RegExp(
    `^(?<place>\\p{Lu}[\\p{Lu}.'’-]+(?:,?\\s(?:\\p{Lu}[\\p{Lu}.'’-]+|${town}(?=${day}${dash}))){0,3})${day}${dash}`,
    'u',
  ),
  // ABER, North Wales: ; ABER, May 7: (capitals and a colon alone may be any label)
  new RegExp(`^(?<place>${capitals}),\\s(?:${month}\\s\\d{1,2}|\\d{1,2}\\s${month}):\\s+`, 'u'),
  new RegExp(`^(?<place>${capitals},\\s${town}(?:\\s${town}){0,2})${day}:\\s+`, 'u'),
  // london , england ( cnn ) -- : pre-tokenised
  /^(?<place>[\p{Ll}.'-]+(?: ,? ?[\p{Ll}.'-]+){0,3}) \( [\p{Ll}][\p{Ll}. ]{1,20} \) --\s*/u,
  /^(?<place>)\( ?\p{L}[\p{L}.]{1,10} ?\)\s*(?:--|[–—-])?\s*(?=[\p{L}"'“])/u,
]

/** The dateline that a first paragraph opens with. A place must be in capitals or stand before an agency in brackets. */
export const readDateline = (paragraph: string): Dateline | null => {
  for (const pattern of patterns) {
    const match = pattern.exec(paragraph.slice(0, 120))
    if (match && match[0].length < paragraph.length)
      return { place: match.groups?.['place'] || null, length: match[0].trimEnd().length }
  }
  return null
}
