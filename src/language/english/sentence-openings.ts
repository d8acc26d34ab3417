/** Opens with a word that points back: the sentence before says to what. */
export const pointsBack =
  /^["'“‘(\s]*(?:he|she|it|they|this|that|these|those|his|her|its|their|but|and|or|so|however|such|also|both)\b/i

/** Takes back what was said before, or sets a condition to it: without it, the sentence before says too much. */
export const takesBack =
  /^["'“‘(\s]*(?:but|however|yet|unless|except|nevertheless|nonetheless|not so|only if|provided that|(?:this|that|it) (?:is|was|did|does|has) not|(?:this|that|it) (?:isn|wasn|didn|doesn)['’]t)\b/i

/** A line of a list that goes on in the next one. */
export const goesOnInNextItem = /(?:[,;]|\b(?:and|or))$/

/** Speaks of a question instead of answering it: `That is what people ask me.` */
export const remarksOnQuestion =
  /\b(?:ask(?:s|ed|ing)?|questions?|wonder(?:s|ed|ing)?|(?:like|want(?:s|ed)?) to know|(?:tell|remind) (?:me|us))\b|\?["'”’)]{0,3}$/i
