/** Controls and the invisible characters that reorder or hide text. Joiners stay: emoji and several scripts need them. */
const hidden = /[\p{Cc}\p{Zl}\p{Zp}]|(?![\u200C\u200D])\p{Cf}/gu
const loneSurrogate = /\p{Cs}/gu

/** Metadata of a document as one line that cannot break or reverse what stands around it. */
export const oneLine = (text: string): string =>
  text
    .replace(hidden, (mark) => (/\p{Cf}/u.test(mark) ? '' : ' '))
    .replace(loneSurrogate, '\uFFFD')
    .replace(/\s+/g, ' ')
    .trim()
