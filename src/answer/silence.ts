/** The threshold in a library of a few articles, and in one of a thousand passages or more. */
const inSmall = { passages: 60, threshold: 0.15 }
const inLarge = { passages: 1200, threshold: 0.22 }

/**
 * The confidence below which a library is silent. The larger it is, the more of it resembles a question that it does
 * not answer.
 * @param passages how many the library has
 */
export const silenceThreshold = (passages: number): number => {
  const share = Math.log(Math.max(1, passages) / inSmall.passages) / Math.log(inLarge.passages / inSmall.passages)
  return inSmall.threshold + Math.min(1, Math.max(0, share)) * (inLarge.threshold - inSmall.threshold)
}

/** Below it, the first quote is more likely wrong than right, and a note says so. */
export const weakThreshold = 0.5
