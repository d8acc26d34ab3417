/** What may follow the apostrophe of a word that pre-tokenised text has cut: `'s`, `'ll`. */
export const clitic = /^(?:s|t|d|m|ll|re|ve)$/i

/** A negation cut from its verb, as in `ca n't`. */
export const detachedNegation = /^n['’]t$/i

/** What that leaves of a verb is no word on its own: `ca n't`, `wo n't`. */
export const halfNegations: ReadonlySet<string> = new Set(['ca', 'wo', 'sha', 'ai'])

/** A possessive, a contracted verb or a negation at the end of a word in lower case. */
export const attachedClitic = /(?:'(?:s|d|ll|re|ve|m)|n't)$/
