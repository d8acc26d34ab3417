/** A picture as its pixels: rows from the top, samples of 8 bits; with one channel grey, with 3 or 4 red, green, blue. */
export type Picture = {
  readonly width: number
  readonly height: number
  readonly channels: 1 | 3 | 4
  readonly data: Uint8Array | Uint8ClampedArray
}

/** Pixels that a picture may have, each of which takes up to eight bytes: a page of A4 at 600 dpi has 35 million. */
export const largestPicture = 40_000_000

/** Lines of text are read best where a page has about so many rows: A4 at 200 to 300 dpi. */
const goodHeight = 2600

/** How many rows and columns become one, so that a page has about as many as are read best. */
const shrinking = ({ width, height }: Picture): number => Math.max(1, Math.round(Math.max(width, height) / goodHeight))

/**
 * @param picture any picture
 * @returns it as a grey one in the PGM format, which every reader of pictures takes; and how many pixels of the picture,
 *   in each direction, one of it stands for
 */
export const greyMap = (picture: Picture): { readonly bytes: Uint8Array; readonly scale: number } => {
  const { width, height, channels, data } = picture
  const scale = shrinking(picture)
  const [columns, rows] = [Math.max(1, Math.floor(width / scale)), Math.max(1, Math.floor(height / scale))]
  const head = Buffer.from(`P5\n${columns} ${rows}\n255\n`, 'latin1')
  const bytes = new Uint8Array(head.length + columns * rows)
  bytes.set(head)
  const greyAt = (at: number): number =>
    channels === 1
      ? (data[at] ?? 255)
      : 0.3 * (data[at] ?? 255) + 0.59 * (data[at + 1] ?? 255) + 0.11 * (data[at + 2] ?? 255)
  let to = head.length
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      let sum = 0
      for (let y = row * scale; y < (row + 1) * scale; y += 1)
        for (let x = column * scale; x < (column + 1) * scale; x += 1) sum += greyAt((y * width + x) * channels)
      bytes[to++] = Math.round(sum / (scale * scale))
    }
  return { bytes, scale }
}

/**
 * @param bits rows of packed bits, each filled to a whole byte, of which 1 is white
 * @returns the picture that they are
 */
export const fromBits = (width: number, height: number, bits: Uint8Array | Uint8ClampedArray): Picture => {
  const stride = (width + 7) >> 3
  const data = new Uint8Array(width * height)
  for (let row = 0; row < height; row += 1)
    for (let column = 0; column < width; column += 1) {
      const byte = bits[row * stride + (column >> 3)] ?? 0xff
      data[row * width + column] = (byte >> (7 - (column & 7))) & 1 ? 255 : 0
    }
  return { width, height, channels: 1, data }
}
