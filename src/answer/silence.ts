/** A threshold in a library of a few articles, and in one of a thousand passages or more. */
type Thresholds = { readonly inSmall: number; readonly inLarge: number }

const byWords: Thresholds = { inSmall: 0.15, inLarge: 0.22 }
/** Meaning finds something near for every question, so more is asked of it. */
const byMeaning: Thresholds = { inSmall: 0.2, inLarge: 0.28 }

/** How many passages make a library small or large. */
const [small, large] = [60, 1200]

/**
 * The confidence below which a library is silent. The larger it is, the more of it resembles a question that it does
 * not answer.
 * @param passages how many the library has
 * @param isByMeaning whether the confidence counts meaning as well
 */
export const silenceThreshold = (passages: number, isByMeaning = false): number => {
  const { inSmall, inLarge } = isByMeaning ? byMeaning : byWords
  const share = Math.log(Math.max(1, passages) / small) / Math.log(large / small)
  return inSmall + Math.min(1, Math.max(0, share)) * (inLarge - inSmall)
}

/** Below it, the first quote is more likely wrong than right, and a note says so. */
export const weakThreshold = 0.5
