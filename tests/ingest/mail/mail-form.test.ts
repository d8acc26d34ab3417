import { describe, expect, it } from 'vitest'
import { leftOut, paragraphsOf, prose, read } from '../support/read.ts'

const headers = 'From: Marta Lind <marta@harbour.example>\nTo: crew@harbour.example\nSubject: The crane\n'
const text = `${prose[0]}\n\n${prose[1]}`

describe('a message', () => {
  it('is quoted without greeting, closing, signature and the answered message', () => {
    const source = read(
      `${headers}\nDear crew,\n\n${text}\n\nMany thanks,\nMarta\n\n-- \nMarta Lind, Harbour Office\nTel. 555 0100\n\nOn Mon, 7 May 2018 at 09:00, Bo Day wrote:\n> Is the crane out of order?\n`,
    )
    expect(paragraphsOf(source)).toEqual(prose)
    expect(leftOut(source)).toEqual([
      'mail-header: To: crew@harbour.example',
      'greeting: Dear crew,',
      'closing: Many thanks,\nMarta',
      'signature: Marta Lind, Harbour Office\nTel. 555 0100',
      'mail-reply: On Mon, 7 May 2018 at 09:00, Bo Day wrote:',
      'mail-quote: Is the crane out of order?',
    ])
  })

  it('keeps a short line that is no closing, and a long text below the mark', () => {
    const long = 'The crane will be repaired on Monday by two men who come over from the mainland.'
    const source = read(`${headers}\n${text}\n\nMonday\nTuesday\n\n--\n${long}\n`)
    expect(paragraphsOf(source)).toEqual([...prose, 'Monday', 'Tuesday', long])
  })

  it('is told by its headers: any other text keeps such lines', () => {
    const source = read(`${text}\n\nMany thanks,\nMarta\n\n--\nThe Harbour Office\n`)
    expect(leftOut(source)).toEqual([])
    expect(paragraphsOf(source)).toEqual([...prose, 'Many thanks,', 'Marta', 'The Harbour Office'])
  })
})
