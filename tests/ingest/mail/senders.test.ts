import { describe, expect, it } from 'vitest'
import { nameShown } from '../../../src/domain/bibliography.ts'
import { inEnglish } from '../../../src/domain/message.ts'
import { type Source, sourceId } from '../../../src/domain/source.ts'
import { messagesIn } from '../../../src/ingest/mail/mailbox.ts'
import { readAnyDocument } from '../../../src/ingest/read-document.ts'

const read = (message: string | Buffer): Promise<Source> =>
  readAnyDocument({ id: sourceId('a'), path: 'a.eml', bytes: Buffer.from(message) })

const spoken = ({ text, paragraphs }: Source) =>
  paragraphs.map(({ start, end, speaker }) => [speaker, text.slice(start, end)])

const rule = 'The boats must be out of the water before the winter.'

describe('the sender of a message', () => {
  it.each([
    ['"Lind, Marta (Harbour Office)" <m@harbour.example>', 'Marta Lind'],
    ['"King, Martin Luther, Jr." <m@harbour.example>', 'Martin Luther King Jr.'],
    ['"Harbour Trust, Inc." <info@trust.example>', 'Harbour Trust, Inc.'],
    ['Harbour Trust, Inc. <info@trust.example>', 'Harbour Trust, Inc.'],
    ['mira at harbour.example (Mira Lind)', 'Mira Lind'],
    ["'Mira Lind' via Crew <crew@lists.example>", 'Mira Lind'],
    ['Tom and Ann Bo <bo@harbour.example>', 'Tom and Ann Bo'],
    ['m@harbour.example', 'm@harbour.example'],
  ])('written %s is %s', async (from, name) => {
    const { record } = await read(`From: ${from}\nSubject: Boats\n\n${rule}\n`)
    expect(record.author.map(nameShown)).toEqual([name])
  })

  it('is read in the letters of old programs, which no field names', async () => {
    const old = Buffer.from(
      `From: J\u00f6rg L\u00fctt <j@x.example>\nSubject: B\u00f6te\n\nSie m\u00fcssen raus.\n`,
      'latin1',
    )
    const { record, text } = await read(old)
    expect([record.author.map(nameShown), record.title]).toEqual([['Jörg Lütt'], 'Böte'])
    expect(text).toContain('Sie müssen raus.')
  })
})

describe('a message within a message', () => {
  const head = 'From: Tom Bo <t@x.example>\nSubject: Boats\n'

  it.each([
    ['---------- Forwarded message ---------', 'From', 'Date', 'To'],
    ['Begin forwarded message:', 'From', 'Date', 'To'],
    ['---------- Weitergeleitete Nachricht ----------', 'Von', 'Datum', 'An'],
  ])('that was forwarded below “%s” is quoted as its sender’s', async (mark, from, date, to) => {
    const below = `${mark}\n${from}: Marta Lind <m@x.example>\n${date}: 3 Mar 2014\n${to}: Tom Bo <t@x.example>`
    expect(spoken(await read(`${head}\nSee what she says.\n\n${below}\n\n${rule}\n`))).toEqual([
      [null, 'See what she says.'],
      ['Marta Lind', rule],
    ])
  })

  it('that stands in a digest is quoted as its sender’s', async () => {
    const rule = '-'.repeat(30)
    const part = (at: number, name: string, words: string): string =>
      `Message: ${at}\nDate: Sun, 2 Mar 2014 09:00:00 +0100\nFrom: ${name} <x@x.example>\nSubject: The gauge\n\n${words}\n\n${rule}\n\n`
    const parts = part(1, 'Tom Bo', 'It is read in the morning.') + part(2, 'Ann Lee', 'It is read at noon.')
    expect(spoken(await read(`${head}\nToday’s topics are below.\n\n${rule}\n\n${parts}End of Crew Digest\n`))).toEqual(
      [
        [null, 'Today’s topics are below.'],
        ['Tom Bo', 'It is read in the morning.'],
        ['Ann Lee', 'It is read at noon.'],
      ],
    )
  })

  it('that was answered is not quoted', async () => {
    const below = `-----Original Message-----\nFrom: Marta Lind <m@x.example>\nSent: Monday\n\n${rule}`
    expect(spoken(await read(`${head}\nI know that by now.\n\n${below}\n`))).toEqual([[null, 'I know that by now.']])
  })

  it('that is attached is no words of who attached it', async () => {
    const inner = `From: Marta Lind <m@x.example>\nSubject: inner\n\n${rule}`
    const parts = `--q\nContent-Type: text/plain\n\nSee below.\n--q\nContent-Type: message/rfc822\n\n${inner}\n--q--\n`
    const source = await read(`${head}Content-Type: multipart/mixed; boundary="q"\n\n${parts}`)
    expect(spoken(source)).toEqual([[null, 'See below.']])
    expect(source.origin.warnings.map(inEnglish)).toEqual(['Its attachment was not read: message/rfc822'])
  })

  it('needs more than “He wrote:” above it', async () => {
    expect(spoken(await read(`${head}\nHe wrote:\n\n${rule}\n`)).at(-1)).toEqual([null, rule])
  })
})

describe('a message of HTML', () => {
  it('keeps the words of two cells apart', async () => {
    const html = '<table><tr><td>Boat</td><td>Day</td></tr></table>'
    expect((await read(`From: a@b.example\nContent-Type: text/html\n\n${html}\n`)).text).toContain('Boat Day')
  })
})

describe('a mailbox without blank lines between messages', () => {
  const box = (line: string): string =>
    `From a@x.example Mon Mar  3 13:02:00 2014\nSubject: A\n\n${rule}\n${line}\nSubject: B\n\nThey may stay.\n`

  it.each([
    ['From b@x.example Tue Mar  4 13:02:00 2014', 2],
    ['From Leith to Oslo it takes until Tue Mar 4', 1],
  ])('is divided at “%s” into %i', (line, count) => {
    expect([...(messagesIn(sourceId('a'), Buffer.from(box(line))) ?? [])]).toHaveLength(count)
  })
})
