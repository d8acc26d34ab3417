import { type Matrix, times, unchanged } from './matrix.ts'

/** What the operators of a page set, as far as text depends on it. */
export type State = {
  matrix: Matrix
  font: string
  size: number
  letterSpace: number
  wordSpace: number
  /** 1 unless the text is stretched. */
  stretch: number
  leading: number
  rise: number
  mode: number
  /** `#rrggbb`; null for a pattern. */
  fill: string | null
  alpha: number
}

/** The graphics state of PDF with its stack, and the place where text is written. */
export class DrawingState {
  current: State = {
    matrix: unchanged,
    font: '',
    size: 1,
    letterSpace: 0,
    wordSpace: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
    mode: 0,
    fill: '#000000',
    alpha: 1,
  }
  /** Where the next glyph stands, and where its line began. */
  text: Matrix = unchanged
  line: Matrix = unchanged
  readonly #saved: State[] = []

  save(): void {
    // Hostile pages save without end.
    if (this.#saved.length < 5000) this.#saved.push({ ...this.current })
  }

  restore(): void {
    this.current = this.#saved.pop() ?? this.current
  }

  transform(matrix: Matrix): void {
    this.current.matrix = times(this.current.matrix, matrix)
  }

  setText(matrix: Matrix): void {
    this.text = matrix
    this.line = matrix
  }

  moveLine(x: number, y: number): void {
    this.setText(times(this.line, [1, 0, 0, 1, x, y]))
  }

  advance(x: number): void {
    this.text = times(this.text, [1, 0, 0, 1, x, 0])
  }
}
