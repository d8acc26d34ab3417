import type { Answer, RankedQuote } from '../../../domain/answer.ts'
import type { Translator } from '../../../i18n/say.ts'
import { headOf, limits } from '../message/budget.ts'
import { blockQuote, neutraliseLine } from '../message/neutralise.ts'
import { citationShown } from './quote-item.ts'

const quoteShown = ({ quote, citation, rank }: RankedQuote, t: Translator): string =>
  `${blockQuote(quote.shown)}\n[${rank}] ${citationShown(citation, t)}`

/** The head of a quote that does not fit, and how much of it is held back. */
const headShown = ({ quote, citation, rank }: RankedQuote, room: number, t: Translator): string => {
  const cut = (length: number): string => {
    const head = headOf(quote.shown, length)
    const left = quote.shown.length - head.length
    return `${blockQuote(head)}\n${t`… (${left} more characters)`}\n[${rank}] ${citationShown(citation, t)}`
  }
  // Backslashes may double what is shown.
  let length = room
  while (length > 0 && cut(length).length > room) length = Math.floor(length * 0.9)
  return cut(length)
}

/**
 * The message for somebody who waited for an answer: at most 2,000 characters of plain text, which clients also show
 * in their notifications. It begins with a mention of that person, the only one that may ping.
 */
export const plainNotice = ({ question, quotes }: Answer, user: string, t: Translator): string => {
  const head = t`<@${user}> The library now has an answer to “${neutraliseLine(question, 300)}”:`
  const end = t`Run \`/ask\` to see everything it has.`
  const room = limits.plain.characters - head.length - end.length - 4
  const shown: string[] = []
  let length = 0
  for (const each of quotes) {
    if (each.quote.shown.length > room) break
    const text = quoteShown(each, t)
    length += text.length + 2
    if (length > room) break
    shown.push(text)
  }
  const [first] = quotes
  if (shown.length === 0 && first !== undefined) shown.push(headShown(first, room, t))
  return [head, ...shown, end].join('\n\n')
}
