/** Characters of a name that are looked at: work stays small, whatever a document or a person says. */
const longestName = 300

/** How a name compares with another: without capitals, accents and spaces around it. */
export const folded = (text: string): string => {
  const read = text.slice(0, longestName)
  // Most names are plain, and all of a library's are read before the first one is suggested.
  return /^[ -~]*$/.test(read)
    ? read.toLowerCase().trim()
    : read
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase()
        .replaceAll('ß', 'ss')
        // At the end of a word, which is not where it ends once it is typed.
        .replaceAll('ς', 'σ')
        .trim()
}

/** The words of a folded text, in order. */
export const wordsOf = (foldedText: string): readonly string[] => foldedText.match(/[\p{L}\p{N}]+/gu) ?? []
