import type { OtherPlace } from '../../../domain/answer.ts'
import { nameShown } from '../../../domain/bibliography.ts'
import { type Citation, locatorShown } from '../../../domain/citation.ts'
import type { Quote } from '../../../domain/quote.ts'
import { type SourceId, sourceKey } from '../../../domain/source.ts'
import type { Translator } from '../../../i18n/say.ts'
import { blockQuote, neutraliseLine } from '../message/neutralise.ts'
import type { Button, Item } from '../message/view.ts'
import { smallPrint } from '../message/view.ts'
import type { Frame } from './buttons.ts'

/** `2014-09-23` as `23 September 2014`, `2014-09` as `September 2014`, `2014` as itself. */
export const dateShown = (issued: string, { locale }: Translator): string => {
  const date = new Date(issued)
  const [, month, day] = issued.split('-')
  if (month === undefined || Number.isNaN(date.getTime())) return issued
  const format = { year: 'numeric', month: 'long', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(locale, day === undefined ? format : { ...format, day: 'numeric' }).format(date)
}

/** The first two names, and how many more there are. */
export const authorsShown = (authors: Citation['author'], t: Translator): string => {
  const named = authors.slice(0, 2).map(nameShown).join(', ')
  return authors.length > 2 ? t`${named} and ${authors.length - 2} more` : named
}

/** A title; one made of the opening words says so. */
export const titleOf = (
  { titleShown, titleIsDerived }: { readonly titleShown: string; readonly titleIsDerived: boolean },
  t: Translator,
): string => (titleIsDerived ? t`untitled: “${titleShown}”` : titleShown)

/** An id to be copied. One with unusual characters could end its own code span. */
const isPlain = (id: string): boolean => /^[\w.:/ -]{1,120}$/.test(id)
const idShown = (id: string): string => (isPlain(id) ? `\`${id}\`` : neutraliseLine(id, 120))

/** The id of a source to be copied; with its key, if it is long or has unusual characters. */
export const sourceIdShown = (id: SourceId): string =>
  isPlain(id) ? `\`${id}\`` : `${neutraliseLine(id, 95)} (\`${sourceKey(id)}\`)`.trim()

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ')

const issuedShown = ({ issued, issuedKind }: Citation, t: Translator): string => {
  if (issued === null) return ''
  const shown = dateShown(issued, t)
  // A date that could be parsed is letters and digits by now, and needs no backslash after its day.
  const date = shown === issued ? neutraliseLine(issued, 40) : shown
  return issuedKind === 'updated' ? t`updated ${date}` : date
}

/** `Author · Publisher · 23 September 2014`, as far as known, and what tells it apart where that does not. */
export const recordShown = (citation: Citation, t: Translator): string =>
  joined([
    neutraliseLine(authorsShown(citation.author, t), 80),
    neutraliseLine(citation.publisher ?? '', 60),
    issuedShown(citation, t),
    citation.disambiguation === undefined ? '' : neutraliseLine(citation.disambiguation, 80),
  ])

const passageShown = ({ speaker, locator, id }: Citation, t: Translator): string =>
  joined([
    speaker === null ? '' : t`${neutraliseLine(speaker, 60)} speaking`,
    neutraliseLine(t.of(locatorShown(locator)), 40),
    idShown(id),
  ])

/** `Section › Part · ¶ 5` and the id that `/cite` takes. */
const placeShown = (citation: Citation, t: Translator): string =>
  joined([neutraliseLine(citation.locator.section.join(' › '), 150), passageShown(citation, t)])

/** `Title › Section · Author · Publisher · 23 September 2014 · ¶ 5` and the id that `/cite` takes. */
export const citationShown = (citation: Citation, t: Translator): string =>
  joined([
    neutraliseLine([titleOf(citation, t), ...citation.locator.section].join(' › '), 180),
    recordShown(citation, t),
    passageShown(citation, t),
  ])

/** Other places that are named under a quote. */
const maxOtherPlaces = 2

/** `“Title”, Publisher, 23 September 2014, ¶ 4`: copies have their title in common. */
const otherPlaceShown = ({ citation }: OtherPlace, t: Translator): string =>
  [
    neutraliseLine(`“${titleOf(citation, t)}”`, 80),
    neutraliseLine(citation.publisher ?? '', 40),
    issuedShown(citation, t),
    neutraliseLine(citation.disambiguation ?? '', 40),
    neutraliseLine(t.of(locatorShown(citation.locator)), 40),
  ]
    .filter((part) => part !== '')
    .join(', ')

/** `Also in:` and such places; nothing if there is none. */
const otherPlacesShown = (places: readonly OtherPlace[], isSame: boolean, t: Translator): string => {
  const all = places.filter((place) => place.isSame === isSame)
  const named = all.slice(0, maxOtherPlaces).map((place) => otherPlaceShown(place, t))
  const more = all.length - named.length
  const list = more > 0 ? t`${named.join('; ')} and ${more} more` : named.join('; ')
  if (list === '') return ''
  return isSame ? t`Also in: ${list}` : t`Nearly so in: ${list}`
}

/** Marks words that are left out between two quotes; the brackets tell it from the source's own dots. */
const gap = '[…]'

/** The button that shows the text around a quote; in a plain message it is apart from the quote, and so names it. */
const contextButton = (index: number, number: number | null, { t, style, idOf }: Frame): Button | null =>
  idOf && {
    id: idOf('context', index),
    label: style === 'plain' && number !== null ? t`Context of ${number}` : t`Context`,
  }

/**
 * A quote with its citation directly under it.
 * @param number names the quote in this reply, from 1, before its citation; null if nothing has to name it
 * @param label above the quote, as Discord markdown
 * @param afterGap whether words were left out between the quote before and this one
 * @param cites the whole source, or only the location, if the reply is about one source and has named it
 * @param alsoIn where else the library says it
 * @param index of the quote among those of the reply; with it comes a button to its context
 */
export const quoteItem = (
  { shown }: Quote,
  citation: Citation,
  {
    number,
    label = '',
    afterGap = false,
    cites = 'source',
    alsoIn = [],
    index,
  }: {
    readonly number: number | null
    readonly label?: string
    readonly afterGap?: boolean
    readonly cites?: 'source' | 'location'
    readonly alsoIn?: readonly OtherPlace[]
    readonly index?: number
  },
  frame: Frame,
): Item => {
  const { t, style } = frame
  const cited = cites === 'location' ? placeShown(citation, t) : citationShown(citation, t)
  const numbered = number === null ? '' : `[${number}] `
  const button = index === undefined ? null : contextButton(index, number, frame)
  return {
    words: shown,
    markdown: (words, rest) =>
      [
        label,
        afterGap ? `\\${gap}` : '',
        blockQuote(words),
        rest,
        smallPrint(number === null || style === 'plain' ? `${numbered}${cited}` : `**[${number}]** ${cited}`, frame),
        ...[true, false]
          .map((isSame) => otherPlacesShown(alsoIn, isSame, t))
          .filter((line) => line !== '')
          .map((line) => smallPrint(line, frame)),
      ]
        .filter((part) => part !== '')
        .join('\n'),
    plain: `${afterGap ? `${gap}\n\n` : ''}${shown}\n\n${numbered}${citation.text} (${citation.id})`,
    ...(button === null ? {} : { button }),
  }
}
