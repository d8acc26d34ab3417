import { QuothError } from '../../../domain/error.ts'
import { msg } from '../../../domain/message.ts'

/** How many states a program may have saved at once: pdf.js takes time that grows with the square of them. */
const mostSaved = 5000

/** How often parts of pages may be drawn within one another, all in all. */
const mostDrawn = 100_000

/** A part of pages: a form, which may draw others. */
type Form = { readonly draws: number; readonly others: readonly number[] }

const tooMuch = (): QuothError =>
  new QuothError('bad-document', msg`Its pages draw parts within parts without end, which no page of text does.`)

const savedAtOnce = (program: string): number => {
  let [open, most] = [0, 0]
  for (const [step] of program.matchAll(/(?<=^|\s)[qQ](?=\s|$)/g)) {
    open = step === 'q' ? open + 1 : Math.max(0, open - 1)
    most = Math.max(most, open)
  }
  return most
}

/** Looks at the programs of pages before pdf.js runs them: it follows each part that another draws. */
export class PagePrograms {
  readonly #forms = new Map<number, Form>()

  /**
   * @param number of the object
   * @param dictionary of its stream
   * @param data what the stream unpacks to
   * @throws QuothError `bad-document` if it saves states without end
   */
  add(number: number, dictionary: string, data: Uint8Array): void {
    if (/\/(?:Length1|Subtype\s*\/(?:Image|Type1C|CIDFontType0C|OpenType|XML))\b/.test(dictionary)) return
    const isForm = /\/Subtype\s*\/Form\b/.test(dictionary)
    // A short program cannot save much.
    if (!isForm && data.length < 2 * mostSaved) return
    const program = Buffer.from(data.buffer, data.byteOffset, data.length).toString('latin1')
    if (savedAtOnce(program) > mostSaved) throw tooMuch()
    if (!isForm) return
    const listed = /\/XObject\s*<<([^>]*)>>/.exec(dictionary)?.[1] ?? ''
    const others = [...listed.matchAll(/(\d+)\s+\d+\s+R/g)].map(([, other]) => Number(other))
    this.#forms.set(number, { draws: program.split(/\/[^\s/]+\s+Do\b/).length - 1, others })
  }

  /** @throws QuothError `bad-document` if forms draw one another without end, or too often */
  check(): void {
    const costs = new Map<number, number>()
    const costOf = (number: number, above: ReadonlySet<number>): number => {
      const known = costs.get(number)
      if (known !== undefined) return known
      const form = this.#forms.get(number)
      if (form === undefined) return 1
      if (above.has(number) || above.size > 50) throw tooMuch()
      const within = new Set([...above, number])
      const deepest = form.others.reduce((most, other) => Math.max(most, costOf(other, within)), 1)
      const cost = 1 + form.draws * deepest
      if (cost > mostDrawn) throw tooMuch()
      costs.set(number, cost)
      return cost
    }
    for (const number of this.#forms.keys()) costOf(number, new Set())
  }
}
