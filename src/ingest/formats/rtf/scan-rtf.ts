/** What the parts of an RTF file are handed to, in their order. */
export type RtfHandler = {
  open(): void
  close(): void
  /** A control word, without its backslash. */
  word(name: string, value: number | null): void
  /** A control symbol: the character behind the backslash. */
  symbol(code: number): void
  /** A byte written as `\'e9`. */
  byte(value: number): void
  /** Bytes of text. */
  text(start: number, end: number): void
}

const codes = { backslash: 0x5c, open: 0x7b, close: 0x7d, lf: 0x0a, cr: 0x0d, quote: 0x27, minus: 0x2d, space: 0x20 }

const isLetter = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39

const nibble = (code: number): number => {
  if (isDigit(code)) return code - 0x30
  const small = code | 0x20
  return small >= 0x61 && small <= 0x66 ? small - 0x57 : -1
}

/** In bytes; the longest control word has 20 letters. */
const maxWord = 32
const maxDigits = 10

/**
 * Divides RTF into its parts. Linear: each byte is looked at once or twice.
 * @param bytes of the file
 * @param handler called for each part
 */
export const scanRtf = (bytes: Uint8Array, handler: RtfHandler): void => {
  const end = bytes.length
  const at = (place: number): number => bytes[place] ?? -1

  /** Reads what a backslash begins at `start`; returns the place behind it. */
  const control = (start: number): number => {
    let place = start + 1
    if (!isLetter(at(place))) {
      const high = at(place) === codes.quote ? nibble(at(place + 1)) : -1
      const low = high === -1 ? -1 : nibble(at(place + 2))
      if (low !== -1) {
        handler.byte(high * 16 + low)
        return place + 3
      }
      if (place < end) handler.symbol(at(place))
      return place + 1
    }
    const nameStart = place
    while (isLetter(at(place)) && place - nameStart < maxWord) place += 1
    const name = String.fromCharCode(...bytes.subarray(nameStart, place))
    let value: number | null = null
    const isNegative = at(place) === codes.minus && isDigit(at(place + 1))
    if (isNegative) place += 1
    for (const first = place; isDigit(at(place)) && place - first < maxDigits; place += 1)
      value = (value ?? 0) * 10 + at(place) - 0x30
    if (isNegative && value !== null) value = -value
    if (at(place) === codes.space) place += 1
    // What follows is no text: so many bytes of a picture.
    if (name === 'bin') return Math.min(end, place + Math.max(0, value ?? 0))
    handler.word(name, value)
    return place
  }

  for (let place = 0; place < end; ) {
    const code = at(place)
    if (code === codes.backslash) place = control(place)
    else if (code === codes.open || code === codes.close) {
      if (code === codes.open) handler.open()
      else handler.close()
      place += 1
    } else if (code === codes.lf || code === codes.cr || code === 0) place += 1
    else {
      const start = place
      for (; place < end; place += 1) {
        const next = at(place)
        if (next === codes.backslash || next === codes.open || next === codes.close) break
        if (next === codes.lf || next === codes.cr || next === 0) break
      }
      handler.text(start, place)
    }
  }
}
