import type { Token } from '../search/port.ts'
import { analyseTokens } from '../text/wink.ts'

/**
 * Words that frame a question and seldom stand in its answer. They count a little where the library has them, nothing
 * where it does not, and are never reported as unknown.
 */
export const framing: ReadonlySet<string> = new Set(
  `many much kind kinds type types sort sorts tell please mention mentioned describe explain document source article text
  according name do does doing done give gives given gave make makes made take takes taken took happen happens happened
  occur occurs occurred involve involved stand stands mean means meaning definition`.split(/\s+/),
)

/** Whether a word has a capital that it does not have for opening the question. */
export const isWrittenAsName = (text: string, { start, end }: Token): boolean =>
  /^\p{Lu}/u.test(text.slice(start, end)) && !/^[\s¿¡]*$/.test(text.slice(0, start))

/**
 * Where the verbs of a question stand, and the words that only ask: function words, the adjective of `how long`, and
 * single letters, which are what a mark leaves of a word.
 */
export const grammarOf = (
  question: string,
): { readonly verbs: ReadonlySet<number>; readonly asking: ReadonlySet<number> } => {
  const tokens = analyseTokens(question)
  const startsOf = (is: (token: (typeof tokens)[number], at: number) => boolean): ReadonlySet<number> =>
    new Set(tokens.filter(is).map(({ start }) => start))
  const afterHow = (at: number): boolean => tokens[at - 1]?.normal === 'how'
  return {
    verbs: startsOf(({ pos }) => pos === 'VERB'),
    asking: startsOf(
      ({ stop, pos, normal }, at) =>
        stop || /^\p{L}$/u.test(normal) || (afterHow(at) && (pos === 'ADJ' || pos === 'ADV')),
    ),
  }
}
