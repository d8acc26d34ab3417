import { describe, expect, it } from 'vitest'
import { leftOut, paragraphsOf, prose, read } from '../support/read.ts'

const headers = 'From: Marta Lind <marta@harbour.example>\nTo: crew@harbour.example\nSubject: The crane\n'
const text = `${prose[0]}\n\n${prose[1]}`

describe('a message', () => {
  it('is quoted without greeting, closing, signature and the answered message', () => {
    const source = read(
      `${headers}\nDear crew,\n\n${text}\n\nMany thanks,\nMarta\n\n-- \nMarta Lind, Harbour Office\nTel. 555 0100\n\nOn Mon, 7 May 2018 at 09:00, Bo Day wrote:\n> Is the crane out of order?\n`,
    )
    expect(paragraphsOf(source)).toEqual([...prose, 'Is the crane out of order?'])
    expect(leftOut(source)).toEqual([
      'mail-header: To: crew@harbour.example',
      'greeting: Dear crew,',
      'closing: Many thanks,\nMarta',
      'signature: Marta Lind, Harbour Office\nTel. 555 0100',
      'mail-reply: On Mon, 7 May 2018 at 09:00, Bo Day wrote:',
    ])
    expect(source.paragraphs.at(-1)?.speaker).toBe('Bo Day')
  })

  describe('of a thread that was saved as one text', () => {
    const speakersOf = (body: string) =>
      read(`${headers}\n${text}\n\n${body}\n`)
        .paragraphs.slice(prose.length)
        .map(
          ({ start, end, speaker }) => `${speaker}: ${read(`${headers}\n${text}\n\n${body}\n`).text.slice(start, end)}`,
        )

    it.each([
      [
        '---\nFrom: Ann Lee\nDate: Sun 9 June 2024 08:20\n\nThe keys are with the warden.',
        ['Ann Lee: The keys are with the warden.'],
      ],
      [
        '-----Original Message-----\nFrom: Carl von Esch [mailto:c@x.example]\nSent: Sunday, May 6, 2018\nTo: Bo\nSubject: Pump\n\nIt was built in 1954.\n\nIt never failed since then.',
        ['Carl von Esch: It was built in 1954.', 'Carl von Esch: It never failed since then.'],
      ],
      [
        'Am 07.05.2018 um 09:00 schrieb Ute Groß <u@x.example>:\n> Der Schlüssel liegt im Büro.',
        ['Ute Groß: Der Schlüssel liegt im Büro.'],
      ],
      [
        'On 7 May 2018, at 09:00, Ann Lee <a@x.example> wrote:\n\nThe keys are with the warden.',
        ['Ann Lee: The keys are with the warden.'],
      ],
    ])('names who wrote each message below: %j', (body, expected) => {
      expect(speakersOf(body)).toEqual(expected)
    })

    it.each([
      ['> The keys are with the warden.'],
      ['On 7 May 2018 at 09:00, a@x.example wrote:\n> The keys are with the warden.'],
    ])('leaves out what nobody is known to have written: %j', (body) => {
      expect(speakersOf(body)).toEqual([])
    })

    it('leaves out what the quoted one quotes', () => {
      const body =
        'On 7 May 2018 at 09:00, Ann Lee wrote:\n> The keys are with the warden.\n> > Who has the keys of the house?'
      expect(speakersOf(body)).toEqual(['Ann Lee: The keys are with the warden.'])
    })
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
