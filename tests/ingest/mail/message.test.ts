import { describe, expect, it } from 'vitest'
import { inEnglish } from '../../../src/domain/message.ts'
import { sourceId } from '../../../src/domain/source.ts'
import { readAnyDocument } from '../../../src/ingest/read-document.ts'
import { expectLaws } from '../support/laws.ts'
import { leftOut, paragraphsOf, prose } from '../support/read.ts'

const read = async (message: string | Uint8Array, path = 'mail.eml') => {
  const bytes = typeof message === 'string' ? Buffer.from(message, 'latin1') : message
  const source = await readAnyDocument({ id: sourceId('mail'), path, bytes })
  expectLaws(source)
  return source
}

const header = [
  'From: =?utf-8?q?J=C3=B6rg_Brandt?= <joerg@harbour.example>',
  'To: "Sand, Mira" <mira@harbour.example>, crew@harbour.example',
  'Date: Mon, 3 Mar 2014 23:30:00 -0800',
  'Subject: =?iso-8859-1?Q?The_crane_at_B=E5tvik?=',
  'Message-ID: <b2@harbour.example>',
  'In-Reply-To: <a1@harbour.example>',
].join('\r\n')

describe('an email', () => {
  it('is read as it was written: quoted-printable, its characters, the words of its header', async () => {
    const source = await read(
      `${header}\r\nContent-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nIt must be repaired before the win=\r\nter.=20\r\nThey said =93not before May=94 when I asked them.\r\n`,
    )
    expect(paragraphsOf(source)).toEqual([
      'It must be repaired before the winter.',
      'They said “not before May” when I asked them.',
    ])
    expect(source.record).toMatchObject({
      title: 'The crane at Båtvik',
      author: [{ family: 'Brandt', given: 'Jörg' }],
      issued: '2014-03-03',
    })
    expect(source.text).toContain('In-Reply-To: <a1@harbour.example>')
    expect(leftOut(source)).toContain('mail-header: Message-ID: <b2@harbour.example>')
  })

  it('in base64 and with an attachment is read without it, and says so', async () => {
    const body = Buffer.from(prose.join('\n\n')).toString('base64')
    const source = await read(
      `${header}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename="plan.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0=\r\n--b--\r\n`,
    )
    expect(paragraphsOf(source)).toEqual(prose)
    expect(source.origin.warnings.map(inEnglish)).toEqual(['Its attachment was not read: plan.pdf'])
  })

  it('in HTML alone is read as text, without what it quotes', async () => {
    const source = await read(
      `${header}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><head><title>x</title><style>p { color: red }</style></head><body><p>The crane is <b>out of order</b> &amp; nobody knows why.</p><ul><li>Ask the office first.</li></ul><!-- <p>hidden</p> --><div>On 2 March 2014, Bo Day wrote:<br></div><blockquote><p>Is it true that the crane is broken?</p></blockquote></body></html>`,
    )
    expect(paragraphsOf(source)).toEqual(['The crane is out of order & nobody knows why.', 'Ask the office first.'])
    expect(leftOut(source).slice(-2)).toEqual([
      'mail-reply: On 2 March 2014, Bo Day wrote:',
      'mail-quote: Is it true that the crane is broken?',
    ])
  })

  const own = (body: string) =>
    read(Buffer.from(`${header}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body.replaceAll('\n', '\r\n')}`))

  it.each([
    [
      'lines with > and the line above them',
      `${prose[0]}\n\nOn Sun, 2 Mar 2014, Bo Day wrote:\n> Is the crane broken?\n> It stands still.`,
    ],
    [
      'lines with > whose introduction is wrapped',
      `${prose[0]}\n\nOn Sun, 2 Mar 2014 at 10:00 AM Bo Day\n<bo@harbour.example> wrote:\n\n> Is the crane broken?`,
    ],
    [
      'a whole message below',
      `${prose[0]}\n\n-----Original Message-----\nFrom: Bo Day\nSent: Sunday\nTo: Joerg\nSubject: The crane\n\nIs the crane broken? It stands still, and nobody is there.`,
    ],
    [
      'the header of another message',
      `${prose[0]}\n\nFrom: Bo Day <bo@harbour.example>\nSent: Sunday, 2 March 2014\nTo: Joerg\n\nIs the crane broken? It stands still.`,
    ],
    [
      'a German reply',
      `${prose[0]}\n\nAm 02.03.2014 um 10:00 schrieb Bo Day <bo@harbour.example>:\n> Ist der Kran kaputt?`,
    ],
    ['a French reply', `${prose[0]}\n\nLe 2 mars 2014 à 10:00, Bo Day a écrit :\n> La grue est en panne ?`],
    [
      'a signature of any length',
      `${prose[0]}\n\n-- \nJoerg Brandt, Harbour Office, Quay 4, Baatvik. We are open from nine to five, and on Saturdays until noon, but not in July.`,
    ],
    ['what a telephone adds', `${prose[0]}\n\nSent from my iPhone`],
    [
      'what a firm adds',
      `${prose[0]}\n\nThis e-mail and any attachments are confidential and intended solely for the addressee. If you are not the addressee, delete it.`,
    ],
    [
      'what a mailing list adds',
      `${prose[0]}\n\n_______________________________________________\ncrane mailing list\ncrane@harbour.example\nhttps://lists.harbour.example/crane`,
    ],
  ])('is quoted without %s', async (_, body) => {
    expect(paragraphsOf(await own(body))).toEqual([prose[0]])
  })

  it('keeps its own words between what it quotes', async () => {
    const source = await own(`> Is the crane broken?\n\n${prose[0]}\n\n> And the pier?\n\n${prose[1]}`)
    expect(paragraphsOf(source)).toEqual(prose)
  })

  it.each([
    ['a letter that mentions who wrote', `${prose[0]}\n\nThe office wrote: nothing at all.\n\n${prose[1]}`, 3],
    [
      'a text on confidential letters',
      `${prose[0]}\n\nThe letters were confidential, and she burned them in the stove.`,
      2,
    ],
  ])('keeps %s', async (_, body, paragraphs) => {
    expect(paragraphsOf(await own(body))).toHaveLength(paragraphs)
  })

  it('without a header is plain text, and says so', async () => {
    const source = await read(`${prose[0]}\n\n${prose[1]}\n`)
    expect(paragraphsOf(source)).toEqual(prose)
    expect(source.origin.warnings.map(inEnglish)).toEqual([
      'It could not be read as an email, so it was read as plain text.',
    ])
  })

  it('that is damaged is read as far as it goes', async () => {
    const source = await read(
      `${header}\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=no-such\r\n\r\n${prose[0]}`,
    )
    expect(paragraphsOf(source)).toEqual([prose[0]])
  })
})
