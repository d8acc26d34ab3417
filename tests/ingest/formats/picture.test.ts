import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { citationOf } from '../../../src/citation/citation.ts'
import { sourceId } from '../../../src/domain/source.ts'
import { readAnyDocument } from '../../../src/ingest/read-document.ts'
import { formatContract } from '../../contracts/document-format.ts'

const pictureNamed = (name: string): Uint8Array => readFileSync(new URL(`pictures/${name}`, import.meta.url))

const read = (bytes: Uint8Array, ocr = true) => readAnyDocument({ id: sourceId('scan'), path: 'scan.png', bytes, ocr })

formatContract(
  'pictures',
  () => import('../../../src/ingest/formats/ocr/read-picture.ts'),
  () => ({
    path: 'notice.png',
    bytes: pictureNamed('notice.png'),
    words: ['The north quay is closed from 3 May until 19 June 2021', 'Ask Miriam Calloway'],
  }),
  { damage: (bytes) => [bytes.subarray(0, bytes.length / 2), bytes.subarray(0, 20)] },
)

/** A PNG of one grey, as large as stated. */
const blank = (width: number, height: number, rows: Uint8Array): Uint8Array => {
  const table = Array.from({ length: 256 }, (_, n) => {
    let c = n
    for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
    return c >>> 0
  })
  const crc = (bytes: Uint8Array): number => {
    let c = 0xffffffff
    for (const byte of bytes) c = (table[(c ^ byte) & 0xff] ?? 0) ^ (c >>> 8)
    return (c ^ 0xffffffff) >>> 0
  }
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

describe('text in a picture', () => {
  it('is cited by its page, with how sure it is', async () => {
    const source = await read(pictureNamed('notice.png'))
    const [first] = source.paragraphs
    if (first === undefined) throw new Error('no paragraph')
    const { text, locator } = citationOf(source, first)
    expect(locator.place).toMatchObject({ label: 'page', value: '1' })
    expect(locator.place?.ocr).toBeGreaterThan(80)
    expect(text).toMatch(/p\. 1, ¶ 1 \(read by OCR, \d\d % sure\)$/)
  })

  it('is read as German once it turns out to be German', async () => {
    const { text, language } = await read(pictureNamed('mitteilung.png'))
    expect(language).toBe('de')
    expect(text.replace(/\s/g, ' ')).toContain('während die Pfähle erneuert werden')
  })

  it('is not read where that is off', async () => {
    await expect(read(pictureNamed('notice.png'), false)).rejects.toThrow(/QUOTH_OCR=false/)
  })

  it('is missing from an empty sheet, which is refused', async () => {
    const white = Buffer.alloc(200 * 201, 0xff).map((byte, at) => (at % 201 === 0 ? 0 : byte))
    await expect(read(blank(200, 200, white))).rejects.toThrow('No text was found in the picture.')
  })

  it('is not looked for in more pixels than memory holds', async () => {
    const begun = process.cpuUsage()
    await expect(read(blank(60_000, 60_000, Buffer.alloc(10)))).rejects.toThrow(/million pixels/)
    expect(process.cpuUsage(begun).user).toBeLessThan(1_000_000)
  })
})
