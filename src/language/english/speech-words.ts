import { anyOf } from './any-of.ts'

/** Verbs that report speech, in the forms that news and fiction use. */
const verbs = [
  'said|says|asked|asks|added|adds|replied|replies|wrote|writes|told|tells|shouted|cried|exclaimed',
  'yelled|screamed|demanded|wondered|whispered|insisted|declared|announced|tweeted|responded|answered',
  'recalled|continued|quipped|joked|warned|explained|noted|argued|remarked|inquired|queried|muttered',
  'murmured|sighed|laughed',
].join('|')

/** A subject of at most seven words and its verb of speech: `Guo said`, `the spokeswoman for the ministry asked`. */
export const speechTag = new RegExp(`^(?:[\\p{L}\\p{N}.'’-]+,?\\s+){1,7}?(?:${verbs})\\b(?!\\s+that\\b)`, 'iu')

/** Openings of a clause that is its own sentence rather than a tag of the quotation before it. */
export const clauseOpener = new RegExp(
  String.raw`^${anyOf(
    'then|but|and|so|when|after|before|later|meanwhile|however|yet|if|as|while|although|though',
    'because|now|what|why|how|this|there|in|on|at|by|for|with|that',
  )}\b`,
  'i',
)
