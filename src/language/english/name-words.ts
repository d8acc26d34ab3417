import { anyOf } from './any-of.ts'

/** Small words inside a name, in any language. */
export const nameParticle =
  /^(?:de|del|della|di|da|dos|das|du|la|le|van|von|der|den|ter|ten|bin|binti|ibn|al|el|y|e|af|av|zu)$/
export const honorific = /^(?:Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Sir|Rev)\.?$/
export const nameSuffix = /^(?:Jr|Sr)\.?$|^(?:II|III|IV)$/
export const degree = /,?\s+(?:Ph\.?D\.?|M\.?D\.?|M\.?A\.?|B\.?A\.?|M\.?Sc\.?|B\.?Sc\.?|J\.?D\.?|Esq\.?)$/
/** Words that mark an organisation. */
export const organisationWord = new RegExp(
  String.raw`\b${anyOf(
    'news|newsroom|press|agency|agencies|times|post|staff|desk|team|bureau|editorial|committee',
    'department|ministry|university|institute|cent(?:er|re)|council|commission|association|society',
    'foundation|office|group|organi[sz]ation|network|services?|board|inc|ltd|corp|company|project',
    'union|government|court|academy|courier|herald|tribune|gazette|guardian|observer|chronicle',
    'telegraph|examiner|inquirer|dispatch|journal|review|magazine|daily|weekly|school|college',
    'laborator(?:y|ies)|reuters|afp|xinhua|bloomberg|bbc|cnn|upi|ap|dpa|efe|tass|ians|pti|ani',
  )}\b`,
  'i',
)
/** Stand-ins for a name in a byline. */
export const nobody = new RegExp(
  String.raw`^(?:(?:our|the|a|web|online)\s+)*${anyOf(
    'staff|admin|administrator|editors?|editorial',
    String.raw`staff\s+(?:writers?|reporters?|reports?|correspondents?)|(?:our\s+)?correspondents?|reporters?`,
    'guest|anonymous|unknown|contributors?|webmaster',
  )}$`,
  'i',
)
/** Words that no personal name has. */
export const notInNames = new RegExp(
  String.raw`\b${anyOf(
    'the|of|for|and|with|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february',
    'april|june|july|august|september|october|november|december',
  )}\b`,
  'i',
)
/** Separators in a list of names such as `A, B and C`. */
export const betweenNames = /\s*(?:,\s*and\s+|,\s*&\s*|[,;|]|\s+and\s+|\s+with\s+|\s*&\s*)\s*/i
