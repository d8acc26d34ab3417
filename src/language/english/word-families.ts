/** Letters that two words of one family share at least, and what may follow them. */
const rootLength = 4
const inflections = ['n', 'ed', 'ing', 'd']
const endings =
  ' s n an ian ese er or ist ism ing ed d e ment ion ation al ish ity ness ly y ic ive ance ence ful'.split(' ')

/**
 * Every word, whether it exists or not, that would be of one family with `word`: one root, ordinary endings (`Russia`
 * and `Russian`, `lead` and `leader`).
 */
export const familyOf = (word: string): readonly string[] => {
  const family = new Set<string>()
  for (const ending of endings) {
    const root = word.slice(0, word.length - ending.length)
    if (root.length >= rootLength && root + ending === word) for (const other of endings) family.add(root + other)
  }
  // A whole word of three letters is a root for its inflections alone: `sow` and `sown`, but not `cat` and `cater`.
  if (word.length === rootLength - 1) for (const ending of inflections) family.add(word + ending)
  if (inflections.includes(word.slice(rootLength - 1))) family.add(word.slice(0, rootLength - 1))
  family.delete(word)
  return [...family]
}
