/** The formats that a folder is filled with in turn. */
export const mixedFormats = ['txt', 'md', 'eml', 'html', 'csv', 'vtt'] as const
type Format = (typeof mixedFormats)[number]

const wrapped = (text: string): string => text.replace(/(.{50,72}) /g, '$1\n')

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 3600)}:${`${Math.floor(seconds / 60) % 60}`.padStart(2, '0')}:${`${seconds % 60}`.padStart(2, '0')}.000`

/** A paragraph as it stands in a format. */
const paragraphs: { readonly [F in Format]: (text: string, at: number) => string } = {
  txt: (text, at) => `${at % 2 === 0 ? wrapped(text) : text}\n\n`,
  md: (text, at) => `${at % 8 === 0 ? `## Part ${at / 8 + 1}\n\n` : ''}${at % 3 === 0 ? `- ${text}` : text}\n\n`,
  eml: (text, at) => (at % 4 === 3 ? `> ${wrapped(text).replaceAll('\n', '\n> ')}\n\n` : `${wrapped(text)}\n\n`),
  html: (text, at) => `${at % 8 === 0 ? `<h2>Part ${at / 8 + 1}</h2>\n` : ''}<p>${text}</p>\n`,
  csv: (text, at) => `${at},"${text.replaceAll('"', '""')}",${at * 7}\n`,
  vtt: (text, at) => `${clock(at * 9)} --> ${clock(at * 9 + 8)}\n${wrapped(text)}\n\n`,
}

const heads: { readonly [F in Format]: string } = {
  txt: 'A report on the harbour\n\n',
  md: '# A report on the harbour\n\n',
  eml: 'From: Ada Moor <ada@harbour.example>\nTo: crew@harbour.example\nSubject: A report\nDate: Tue, 4 May 2021 10:00:00 +0000\n\n',
  html: '<!doctype html><html lang="en"><head><title>A report on the harbour</title></head><body><article><h1>A report on the harbour</h1>\n',
  csv: 'number,remark,total\n',
  vtt: 'WEBVTT\n\n',
}

/**
 * @param bytes about how long it is
 * @param sentences to choose from
 * @param random from 0 to 1
 * @returns a file of a format
 */
export const mixedFile = async (
  format: Format,
  bytes: number,
  sentences: readonly string[],
  random: () => number,
): Promise<string> => {
  const parts = [heads[format]]
  let length = 0
  for (let at = 0; length < bytes; at += 1) {
    const words = Array.from({ length: 4 }, () => sentences[Math.floor(random() * sentences.length)] ?? '').join(' ')
    const part = paragraphs[format](words.replace(/\s+/g, ' '), at)
    parts.push(part)
    length += part.length
  }
  return parts.join('') + (format === 'html' ? '</article></body></html>\n' : '')
}
