import { paragraphPlace } from '../domain/source.ts'
import { asksForWhat, permits, refuses } from '../language/english/permission-words.ts'
import { leadInOf } from './enclosing.ts'
import type { Query } from './query.ts'
import { type Candidate, holdsAny } from './rank.ts'

/** Characters before an item that its lead-in is looked for in. */
const leadInReach = 500
/** A sentence that scores less by more than this is no better answer, whatever it permits. */
const maxScoreGap = 6

/** Whether a sentence, with the lead-in of its list, permits or refuses; null for neither. */
const stanceOf = ({ source, span }: Candidate): 'permits' | 'refuses' | null => {
  const leadIn = leadInOf(source, span, leadInReach)
  const sentence = source.text.slice(span.start, span.end)
  const whole = leadIn === null ? sentence : `${source.text.slice(leadIn.start, leadIn.end)} ${sentence}`
  if (refuses.test(whole)) return 'refuses'
  return permits.test(whole) ? 'permits' : null
}

/**
 * Candidates in order, but where the question asks what is permitted and the first refuses, one of the same section
 * that permits comes before it, and the other way round: who is not entitled does not tell who is.
 */
export const permittingFirst = ({ question }: Query, candidates: readonly Candidate[]): readonly Candidate[] => {
  const [first] = candidates
  const isAsked = asksForWhat.test(question) && (permits.test(question) || refuses.test(question))
  if (first === undefined || !isAsked) return candidates
  const wanted = refuses.test(question) ? 'refuses' : 'permits'
  const stance = stanceOf(first)
  if (stance === null || stance === wanted) return candidates
  const sectionOf = ({ source, span }: Candidate): string =>
    (source.paragraphs[paragraphPlace(source, span.start)]?.section ?? []).join('\n')
  const better = candidates.find(
    (each) =>
      each.source === first.source &&
      sectionOf(each) === sectionOf(first) &&
      each.score >= first.score - maxScoreGap &&
      holdsAny(each) &&
      stanceOf(each) === wanted,
  )
  return better ? [better, ...candidates.filter((each) => each !== better)] : candidates
}
