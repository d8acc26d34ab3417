import { DrawingState } from './drawing-state.ts'
import { DrawnShapes } from './drawn-shapes.ts'
import { GlyphPieces } from './glyph-pieces.ts'
import { glyphText } from './glyph-text.ts'
import { type Matrix, matrixOf, placed, times } from './matrix.ts'
import { loadPdfjs, type PdfPage } from './open.ts'
import type { Face, PageDrawing, Piece } from './piece.ts'
import { upright } from './turned.ts'

/** A glyph as pdf.js hands it out, in thousandths of the font's size. */
type Glyph = { readonly unicode: string; readonly width: number; readonly isSpace: boolean }

type Font = { readonly name?: string; readonly isType3Font?: boolean; readonly fontMatrix?: readonly number[] }

/** Names of bold fonts: `Times-Bold`, `NimbusRomNo9L-Medi`, `CMBX10`. */
const boldName = /bold|black|heavy|demi(?!light)|-medi(?:$|\W|ital)|^(?:cm|sf|ec|lm)(?:ss)?b[xs]/i
const italicName = /ital|obliq|slant|^(?:cm|sf|ec)(?:ti|sl)/i

const faceOf = (font: Font | null): Face => {
  const name = (font?.name ?? '').replace(/^[A-Z]{6}\+/, '')
  return { name, isBold: boldName.test(name), isItalic: italicName.test(name) }
}

/** So light that nobody reads it on white paper. */
const isWhite = (colour: string | null): boolean => {
  const parts = /^#(..)(..)(..)$/.exec(colour ?? '')
  return parts?.slice(1).every((part) => Number.parseInt(part, 16) >= 0xf5) ?? false
}

/** Smaller letters are no text, in points. */
const leastSize = 1.2

/** How far outside the page a letter may begin, in points. */
const mostOutside = 2

/** The font of a name, once its operator list is here. */
const fontOf = (page: PdfPage, name: string): Font | null => {
  const objects = name.startsWith('g_') ? page.commonObjs : page.objs
  return objects.has(name) ? (objects.get(name) as Font) : null
}

/**
 * Runs the program of a page as far as text, lines and pictures depend on it. pdf.js has a text layer of its own; it
 * does not say which font, colour or mode text has, and gives no glyph's place.
 * @param page of a document that was opened without pictures
 * @param isShown whether a layer of the document, by its id, is shown
 * @returns what is drawn on it
 */
export const drawPage = async (page: PdfPage, isShown: (layer: unknown) => boolean): Promise<PageDrawing> => {
  const { OPS } = await loadPdfjs()
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 })
  const view = page.getViewport({ scale: 1 })
  const state = new DrawingState()
  state.current.matrix = matrixOf(view.transform)
  const shapes = new DrawnShapes()
  const directions = new Map<number, GlyphPieces>()
  const faces = new Map<string, Face>()
  const marked: ('artifact' | 'hidden' | 'other')[] = []
  let [hidden, unmapped, glyphs] = [0, 0, 0]
  let isInText = false
  // pdf.js leaves pictures out and what positions them in: a matrix that nothing is drawn with.
  let isEmptySince: Matrix | null = null

  const isSeen = (x: number, y: number, size: number): boolean => {
    if (marked.includes('hidden') || state.current.alpha === 0 || size < leastSize) return false
    if (x < -mostOutside || y < -mostOutside || x > view.width + mostOutside || y > view.height + mostOutside)
      return false
    if (state.current.mode === 3 || !isWhite(state.current.fill)) return true
    return shapes.filled.some(
      ({ left, right, top, bottom }) => x >= left - 1 && x <= right && y >= top && y <= bottom + 1,
    )
  }

  const show = (shown: readonly (Glyph | number)[]): void => {
    const { current } = state
    const font = fontOf(page, current.font)
    let face = faces.get(current.font)
    if (face === undefined) {
      face = faceOf(font)
      faces.set(current.font, face)
    }
    const unit = font?.isType3Font === true ? Math.abs(font.fontMatrix?.[0] ?? 0.001) : 0.001
    for (const glyph of shown) {
      if (typeof glyph === 'number') {
        state.advance((-glyph / 1000) * current.size * current.stretch)
        continue
      }
      const width = glyph.width * unit * current.size
      const matrix = times(current.matrix, state.text)
      const [x, y] = placed(matrix, 0, current.rise)
      const length = Math.hypot(matrix[0], matrix[1]) || 1
      const turn = Math.round((Math.atan2(matrix[1], matrix[0]) * 180) / Math.PI)
      const drawn = Math.abs(width) * length * current.stretch
      // Letters of fonts that are pictures may have any unit: they are about twice as high as wide.
      const size =
        font?.isType3Font === true
          ? Math.max(4, 2 * Math.min(12, Math.abs(width) * length))
          : Math.abs(current.size) * Math.hypot(matrix[2], matrix[3])
      let pieces = directions.get(turn)
      if (pieces === undefined) {
        pieces = new GlyphPieces()
        directions.set(turn, pieces)
      }
      const { text, isUnknown } = glyphText(glyph.unicode)
      if (text.trim() === '') pieces.space()
      else {
        glyphs += 1
        if (!isSeen(x, y, size)) hidden += 1
        else {
          if (isUnknown) unmapped += 1
          const angle = (turn * Math.PI) / 180
          const from = x * Math.cos(angle) + y * Math.sin(angle)
          const base = y * Math.cos(angle) - x * Math.sin(angle)
          pieces.add({ text, from, to: from + drawn, base, size, face, isArtifact: marked.includes('artifact') })
        }
      }
      const space = current.letterSpace + (glyph.isSpace ? current.wordSpace : 0)
      state.advance((width + space) * current.stretch)
    }
  }

  for (const [at, operator] of fnArray.entries()) {
    const args = (argsArray[at] ?? []) as unknown[]
    const first = args[0]
    const { current } = state
    if (operator !== OPS.transform && operator !== OPS.restore && operator !== OPS.setGState) {
      if (operator !== OPS.dependency) isEmptySince = null
    }
    switch (operator) {
      case OPS.save:
        state.save()
        break
      case OPS.restore:
        if (isEmptySince !== null) shapes.picture(current.matrix)
        isEmptySince = null
        state.restore()
        break
      case OPS.transform:
        state.transform(matrixOf(args))
        isEmptySince = current.matrix
        break
      case OPS.paintFormXObjectBegin:
        state.save()
        state.transform(matrixOf(first as ArrayLike<unknown> | null))
        break
      case OPS.beginGroup:
        state.save()
        state.transform(matrixOf((first as { matrix?: ArrayLike<unknown> } | null)?.matrix))
        break
      case OPS.paintFormXObjectEnd:
      case OPS.endGroup:
        state.restore()
        break
      case OPS.beginText:
        state.setText(matrixOf(null))
        isInText = true
        break
      case OPS.endText:
        isInText = false
        break
      case OPS.setFont:
        current.font = String(first)
        current.size = Number(args[1])
        break
      case OPS.setCharSpacing:
        current.letterSpace = Number(first)
        break
      case OPS.setWordSpacing:
        current.wordSpace = Number(first)
        break
      case OPS.setHScale:
        current.stretch = Number(first) / 100
        break
      case OPS.setLeading:
        current.leading = -Number(first)
        break
      case OPS.setTextRise:
        current.rise = Number(first)
        break
      case OPS.setTextRenderingMode:
        current.mode = Number(first)
        break
      case OPS.setTextMatrix:
        state.setText(matrixOf(first as ArrayLike<unknown>))
        break
      case OPS.setLeadingMoveText:
        current.leading = Number(args[1])
        state.moveLine(Number(first), Number(args[1]))
        break
      case OPS.moveText:
        state.moveLine(Number(first), Number(args[1]))
        break
      case OPS.nextLine:
        state.moveLine(0, current.leading)
        break
      case OPS.showText:
        show(first as readonly (Glyph | number)[])
        break
      case OPS.setFillRGBColor:
        current.fill = String(first)
        break
      case OPS.setFillColorN:
        current.fill = null
        break
      case OPS.setGState:
        for (const [key, value] of first as readonly (readonly [string, unknown])[]) {
          if (key === 'ca') current.alpha = Number(value)
          if (key === 'Font') [current.font, current.size] = value as [string, number]
        }
        break
      case OPS.beginMarkedContent:
        marked.push(first === 'Artifact' ? 'artifact' : 'other')
        break
      case OPS.beginMarkedContentProps:
        marked.push(first === 'Artifact' ? 'artifact' : first === 'OC' && !isShown(args[1]) ? 'hidden' : 'other')
        break
      case OPS.endMarkedContent:
        marked.pop()
        break
      case OPS.constructPath: {
        const [paint, paths] = args as [number, readonly (ArrayLike<number> | null)[]]
        const isStroked = [OPS.stroke, OPS.closeStroke].includes(paint as never)
        const isFilled = [OPS.fill, OPS.eoFill].includes(paint as never)
        const isBoth = [OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke].includes(
          paint as never,
        )
        if (isStroked || isFilled || isBoth)
          for (const path of paths)
            if (path !== null)
              shapes.path(current.matrix, path, {
                isFilled: isFilled || isBoth,
                isStroked: isStroked || isBoth,
                isWhite: isWhite(current.fill),
              })
        break
      }
    }
  }
  for (const pieces of directions.values()) pieces.close()
  const drawn: readonly (readonly [turn: number, pieces: readonly Piece[]])[] = [...directions].map(([turn, made]) => [
    turn,
    made.pieces,
  ])
  return {
    ...upright(drawn, view, shapes),
    hidden,
    unmapped,
    glyphs,
    isCut: isInText,
  }
}
