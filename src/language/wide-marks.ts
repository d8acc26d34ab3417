/** Closing marks of Chinese and Japanese, and those that they share. */
const closers = /["'”’»)\]」』）】》〉］]/

/**
 * @param text any text
 * @param from behind a full-width mark that ends a sentence
 * @returns where the closing marks that touch it end
 */
export const endOfWideClosers = (text: string, from: number): number => {
  let end = from
  while (end < text.length && closers.test(text.charAt(end))) end += 1
  return end
}

/** `他问。`, `老人笑着说：`, `と彼は言った。`: who spoke the quotation before. */
const speech =
  /^(?:と|って)|^[\p{Script=Han}]{0,12}[问問说說道喊叫答喝嚷曰](?:[着了过]|[\p{Script=Han}]{0,4})?[。，：、！？]/u

/** Whether a text, behind a closing quotation mark, says who spoke. @param after the text that follows */
export const reportsSpeech = (after: string): boolean => speech.test(after)
