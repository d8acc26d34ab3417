const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/** Words that deny what they stand beside, in English and German. */
export const negationWords = words(
  `not n't cannot never no none nobody nothing nowhere neither nor without hardly scarcely barely nicht nie niemals
  nichts niemand kein keine keinen keinem keiner keines`,
)

/** Behind a negation they affirm: `not only`, `not merely`, `no doubt`. */
export const affirmingWords = words('only merely doubt nur')

/** What follows them is asserted instead of what was denied: `not a rule but a habit`. */
export const contrastingWords = words('but sondern')
