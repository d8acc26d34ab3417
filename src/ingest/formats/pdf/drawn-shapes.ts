import { type Matrix, placed } from './matrix.ts'
import type { Box, Rule } from './piece.ts'

/** Strokes and areas up to this thick, in points, are rules. */
const maxThickness = 2.5
const leastLength = 8

/** How many shapes of a page are looked at. */
const maxShapes = 20_000

/** What pdf.js calls the steps of a path, and how many numbers follow each. */
const steps: ReadonlyMap<number, number> = new Map([
  [0, 2],
  [1, 2],
  [2, 6],
  [3, 4],
  [4, 0],
])

type Area = { box: Box; bends: number }

const joinedBox = (a: Box, b: Box): Box => ({
  left: Math.min(a.left, b.left),
  right: Math.max(a.right, b.right),
  top: Math.min(a.top, b.top),
  bottom: Math.max(a.bottom, b.bottom),
})

/**
 * @param a a box
 * @param b another
 * @param apart how far apart they may be
 * @returns whether they touch
 */
const touches = (a: Box, b: Box, apart: number): boolean =>
  a.left <= b.right + apart && b.left <= a.right + apart && a.top <= b.bottom + apart && b.top <= a.bottom + apart

/** What a page draws besides text. */
export class DrawnShapes {
  readonly rules: Rule[] = []
  readonly pictures: Box[] = []
  /** Areas filled with a colour: white text on them is seen. */
  readonly filled: Box[] = []
  /** Small areas: bullets of lists, where no font has one. */
  readonly dots: Box[] = []
  readonly #areas: Area[] = []
  #count = 0

  #rule(box: Box): void {
    const [width, height] = [box.right - box.left, box.bottom - box.top]
    if (height <= maxThickness && width >= leastLength) this.rules.push({ ...box, isLevel: true })
    else if (width <= maxThickness && height >= leastLength) this.rules.push({ ...box, isLevel: false })
  }

  path(
    matrix: Matrix,
    data: ArrayLike<number>,
    paint: { isFilled: boolean; isStroked: boolean; isWhite: boolean },
  ): void {
    this.#count += 1
    if (this.#count > maxShapes) return
    let whole: Box | null = null
    let bends = 0
    let [x, y] = [0, 0]
    for (let at = 0; at < data.length && at < 5000; ) {
      const step = data[at] ?? 4
      const length = steps.get(step)
      if (length === undefined) break
      if (length > 0) {
        const [toX, toY] = placed(matrix, Number(data[at + length - 1]), Number(data[at + length]))
        const box = { left: Math.min(x, toX), right: Math.max(x, toX), top: Math.min(y, toY), bottom: Math.max(y, toY) }
        if (step !== 0) {
          const isLevel = box.right - box.left < 1 || box.bottom - box.top < 1
          if (!isLevel || step !== 1) bends += 1
          else if (paint.isStroked) this.#rule(box)
        }
        whole = whole === null ? { left: toX, right: toX, top: toY, bottom: toY } : joinedBox(whole, box)
        x = toX
        y = toY
      }
      at += length + 1
    }
    if (whole === null) return
    if (paint.isFilled) {
      this.#rule(whole)
      if (!paint.isWhite && this.filled.length < 2000) this.filled.push(whole)
    }
    const [width, height] = [whole.right - whole.left, whole.bottom - whole.top]
    const isSquare = Math.min(width, height) >= 1.5 && Math.max(width, height) <= 8 && Math.abs(width - height) < 1
    if (isSquare && (bends > 0 || (paint.isFilled && !paint.isWhite)) && this.dots.length < 2000) this.dots.push(whole)
    this.#addArea(whole, bends)
  }

  picture(matrix: Matrix): void {
    const corners = [placed(matrix, 0, 0), placed(matrix, 1, 0), placed(matrix, 0, 1), placed(matrix, 1, 1)]
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
    const box = { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
    if (box.right - box.left < 20 || box.bottom - box.top < 20 || this.pictures.length >= 2000) return
    this.pictures.push(box)
    this.filled.push(box)
  }

  #addArea(box: Box, bends: number): void {
    const near = this.#areas.slice(-12).find((area) => touches(area.box, box, 6))
    if (near === undefined) this.#areas.push({ box, bends })
    else {
      near.box = joinedBox(near.box, box)
      near.bends += bends
    }
  }

  /** @returns the areas of drawings: many lines that are not level, close together */
  drawings(): readonly Box[] {
    let areas = this.#areas.slice(0, 400)
    for (let before = -1; before !== areas.length; ) {
      before = areas.length
      const joined: Area[] = []
      for (const area of areas) {
        const near = joined.find(({ box }) => touches(box, area.box, 6))
        if (near === undefined) joined.push({ ...area })
        else {
          near.box = joinedBox(near.box, area.box)
          near.bends += area.bends
        }
      }
      areas = joined
    }
    return areas.filter(({ bends }) => bends >= 12).map(({ box }) => box)
  }
}
