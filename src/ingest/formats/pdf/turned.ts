import type { DrawnShapes } from './drawn-shapes.ts'
import type { Box, PageDrawing, Piece, Rule } from './piece.ts'
import { lineText, rowsOf } from './rows.ts'

type Turned = readonly (readonly [turn: number, pieces: readonly Piece[]])[]

const letters = (pieces: readonly Piece[]): number => pieces.reduce((sum, { text }) => sum + text.length, 0)

/** A page of lists has at most so many bullets. */
const mostBullets = 80

/** Degrees by which a line may be askew. */
const askew = 3

const isNear = (a: number, b: number): boolean => Math.abs(((a - b + 540) % 360) - 180) <= askew

/** A box in the axes of text that runs in a direction of right angles. */
const turnedBox = ({ left, right, top, bottom }: Box, turn: number): Box => {
  if (isNear(turn, 90)) return { left: top, right: bottom, top: -right, bottom: -left }
  if (isNear(turn, -90)) return { left: -bottom, right: -top, top: left, bottom: right }
  if (isNear(turn, 180)) return { left: -right, right: -left, top: -bottom, bottom: -top }
  return { left, right, top, bottom }
}

const moved = <T extends Box>(box: T, x: number, y: number): T => ({
  ...box,
  left: box.left + x,
  right: box.right + x,
  top: box.top + y,
  bottom: box.bottom + y,
})

/** A bullet that is drawn as an area, as a piece of the line that it stands before; null where it stands before none. */
const bulletOf = (dot: Box, pieces: readonly Piece[]): Piece | null => {
  const middle = (dot.top + dot.bottom) / 2
  const level = pieces.filter(({ base, size }) => Math.abs(base - 0.3 * size - middle) < 0.25 * size)
  const next = level
    .filter(({ left }) => left > dot.right)
    .reduce<Piece | null>((first, piece) => (first === null || piece.left < first.left ? piece : first), null)
  if (next === null || next.left - dot.right > 2.5 * next.size) return null
  if (level.some(({ left, right, size }) => left < dot.right && dot.left - right < 2 * size)) return null
  return { ...next, text: '•', left: dot.left, right: dot.right, spaced: true }
}

/**
 * Turns a page so that most of its text is level, as a reader would turn it.
 * @param drawn the pieces by the direction of their text, in degrees
 * @param view the size of the page
 * @param shapes what else is drawn
 * @returns the page as it is then
 */
export const upright = (
  drawn: Turned,
  view: { readonly width: number; readonly height: number },
  shapes: DrawnShapes,
): Pick<PageDrawing, 'width' | 'height' | 'pieces' | 'turned' | 'rules' | 'pictures' | 'drawings'> => {
  const straight = [0, 90, -90, 180].map(
    (turn) => [turn, letters(drawn.filter(([own]) => isNear(own, turn)).flatMap(([, pieces]) => pieces))] as const,
  )
  const [turn] = straight.reduce((most, next) => (next[1] > most[1] ? next : most))
  const page = turnedBox({ left: 0, top: 0, right: view.width, bottom: view.height }, turn)
  const [x, y] = [-page.left, -page.top]
  const place = <T extends Box>(box: T): T => moved({ ...box, ...turnedBox(box, turn) }, x, y)
  const lines: string[] = []
  const pieces: Piece[] = []
  for (const [own, made] of drawn) {
    if (isNear(own, turn)) {
      for (const piece of made)
        pieces.push({ ...piece, left: piece.left + x, right: piece.right + x, base: piece.base + y })
    } else for (const row of rowsOf(made)) lines.push(lineText(row.pieces))
  }
  // What has many small areas is a chart.
  const dots = shapes.dots.length > mostBullets ? [] : shapes.dots.map(place)
  const bullets = dots.flatMap((dot) => bulletOf(dot, pieces) ?? [])
  const ruleIn = (rule: Rule): Rule => ({ ...place(rule), isLevel: turn % 180 === 0 ? rule.isLevel : !rule.isLevel })
  return {
    width: page.right - page.left,
    height: page.bottom - page.top,
    pieces: [...pieces, ...bullets],
    turned: lines,
    rules: shapes.rules.map(ruleIn),
    pictures: shapes.pictures.map(place),
    drawings: shapes.drawings().map(place),
  }
}
