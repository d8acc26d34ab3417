/** Verbs that report speech, in the forms that news and fiction use. */
const speechVerb =
  'said|says|asked|asks|added|adds|replied|replies|wrote|writes|told|tells|shouted|cried|exclaimed|yelled|screamed|demanded|wondered|whispered|insisted|declared|announced|tweeted|responded|answered|recalled|continued|quipped|joked|warned|explained|noted|argued|remarked|inquired|queried|muttered|murmured|sighed|laughed'

/** A subject of at most seven words and its verb of speech: `Guo said`, `the spokeswoman for the ministry asked`. */
const speechTag = new RegExp(`^(?:[\\p{L}\\p{N}.'’-]+,?\\s+){1,7}?(?:${speechVerb})\\b(?!\\s+that\\b)`, 'iu')

/** Words after which a clause is a sentence of its own, not a tag of the quotation before it. */
const clauseOpener =
  /^(?:then|but|and|so|when|after|before|later|meanwhile|however|yet|if|as|while|although|though|because|now|what|why|how|this|there|in|on|at|by|for|with|that)\b/i

/** Whether `text`, right after a closing quotation mark, tells who spoke, as `Guo said` does in `"Stop!" Guo said.` */
export const opensSpeechTag = (text: string): boolean => !clauseOpener.test(text) && speechTag.test(text)
