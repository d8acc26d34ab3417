import { describe, it } from 'vitest'
import { sourceId } from '../../../src/domain/source.ts'
import { htmlText } from '../../../src/ingest/mail/html-text.ts'
import { messagesIn } from '../../../src/ingest/mail/mailbox.ts'
import { readAnyDocument } from '../../../src/ingest/read-document.ts'
import { expectGrowth } from '../../support/growth.ts'

const times = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length))

describe('an email', () => {
  it.each(['<', '<p>', '<style>', '<script></script>', '<!--', '&amp', '<blockquote>', '> '])(
    'of HTML takes work that grows with the length of %j',
    async (unit) => {
      await expectGrowth((length) => htmlText(times(unit, length)), { size: 12_500, factor: 8, below: 30 })
    },
  )

  it.each(['> a\n', '-- \n', 'On 1 a wrote:\n', 'From: a\n', 'this message ', 'a wrote 1 '])(
    'takes work that grows with the length of %j',
    async (unit) => {
      const read = (length: number) =>
        readAnyDocument({
          id: sourceId('a'),
          path: 'a.eml',
          bytes: Buffer.from(`From: a@b.c\n\n${times(unit, length)}`),
        })
      await expectGrowth(read, { size: 4000, factor: 8, below: 30 })
    },
  )

  it.each(['From a Mon 1:00 2014\n\n', '\n\nFrom ', '\n>From '])(
    'of a mailbox is found in time that grows with the length of %j',
    async (unit) => {
      const box = (length: number) =>
        Array.from(messagesIn(sourceId('a'), Buffer.from(`From a Mon 1:00 2014\n${times(unit, length)}`)) ?? [])
      await expectGrowth(box, { size: 50_000, factor: 8, below: 30 })
    },
  )
})
