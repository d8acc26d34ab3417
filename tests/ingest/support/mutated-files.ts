import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sourceId } from '../../../src/domain/source.ts'
import type { Document } from '../../../src/ingest/read-document.ts'

const seeds = join(import.meta.dirname, '../../../seeds')

const markdown = `---
title: The Tides of Aber
author: [Jane Doe, "Stone, Bo"]
date: 2014-09-03
---

# The Tides of Aber

By **Jane Doe**, in Aber, on 3 September 2014 (updated 9/23/2014)

The *harbour* of the [town](http://example.org/a_b "Aber") was built in 1820, when the \`first\` merchants came.[^1]
See https://example.org/x_y, www.example.org or jane.doe@example.org. World Health (WH) said "so it was".

## What came ~~after~~ &amp; before

- one item of it
  - [x] another item, below it
1. a third one

> He said: "It will rain."
> <cite>An old man</cite>

| year | tide |
|------|------|
| 1901 | high |

<!-- a remark --> <b>bold</b> ![a picture](x.png) [ref][r]

\`\`\`js
const a = [1, 2, 3]
\`\`\`

Q: Who was it?

A: It was Mr. J. Smith (Ph.D.), of the U.S. Navy.

[r]: http://example.org
[^1]: A note of it.
`

/** What a reader looks for, and what looks like it. */
const units = [
  ...[
    '[',
    ']',
    '(',
    ')',
    '![',
    '](',
    '[^',
    ']:',
    '<',
    '<!--',
    '<a ',
    '<?',
    '</',
    '>',
    '*',
    '**',
    '_',
    '~~',
    '`',
    '``',
    '\\',
  ],
  ...[
    '&',
    '&#',
    '|',
    '|-',
    '---',
    '===',
    '#',
    '# ',
    '- ',
    '* ',
    '1. ',
    '> ',
    '- [ ] ',
    '```',
    '~~~',
    ':',
    '::',
    '\t',
    '    ',
  ],
  ...[
    '\n',
    '\n\n',
    ' \n',
    '  \n',
    ' ',
    '\u00a0',
    '\u2028',
    '\ufeff',
    'a',
    ' h',
    ' w',
    'H',
    'http://',
    'www.',
    '@',
    'a@b.c',
    'A ',
    'A.',
  ],
  ...[
    'a.b',
    '"',
    "'",
    '”',
    '." ',
    '? ',
    '!',
    '… ',
    '. ',
    ', ',
    '; ',
    '- -',
    '—',
    '2014-09-03 ',
    '3 May 2014 ',
    '9/3/2014',
    '12:30 ',
  ],
  ...[
    'by A ',
    'By Jane Doe, ',
    'Photo: ',
    'Q: ',
    'JANE: ',
    'Related\n',
    'and ',
    '(AB) ',
    'A (A',
    'is short for ',
    '漢',
    'e\u0301',
    '👩‍👩‍👧',
  ],
  ...[
    '---\n',
    'a: b\n',
    'a: [',
    '{',
    '&a ',
    '*a ',
    '- - ',
    '? ',
    '!!',
    'Share | ',
    'Subject: ',
    '-- \n',
    'wrote:\n',
    '\0',
    '\ud800',
  ],
] as const

/** The longest one, in bytes: what the event loop reads itself, and a little more. */
const longest = 36_000

/**
 * The `number`-th of the texts and Markdown texts of people with pieces moved, dropped and repeated, and marks put
 * between them.
 * `random` gives numbers from 0 to 1.
 */
const mutatedText = (random: () => number): string => {
  const below = (limit: number): number => Math.floor(random() * limit)
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T
  const pieceOf = (text: string): string => {
    const start = below(text.length)
    return text.slice(start, start + 1 + below(pick([4, 40, 400])))
  }
  const mutations: readonly ((text: string) => string)[] = [
    (text) => pieceOf(text) + text,
    (text) => text + pieceOf(text),
    (text) => {
      const at = below(text.length)
      return text.slice(0, at) + text.slice(at + below(200))
    },
    (text) => {
      const at = below(text.length)
      return text.slice(0, at) + pick(units) + text.slice(at)
    },
    (text) => {
      const at = below(text.length)
      const unit = pick([
        pick(units),
        pick(units) + pick(units),
        pick(units) + pieceOf(text) + pick(units),
        pieceOf(text),
      ])
      return text.slice(0, at) + unit.repeat(1 + below(pick([10, 300, longest / unit.length]))) + text.slice(at)
    },
    (text) => text.replaceAll(pick(units), pick(units)),
    (text) => text.repeat(1 + below(8)),
    (text) => text.split('\n').join(pick(['', ' ', '\n\n', '\n> ', '\n- '])),
  ]
  let text = pick(samples())
  for (let round = 2 + below(6); round > 0; round -= 1) text = pick(mutations)(text).slice(0, longest * 2) || 'a'
  return text
}

let read: readonly string[] | undefined
const samples = (): readonly string[] => {
  read ??= [
    ...readdirSync(seeds)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => readFileSync(join(seeds, name), 'utf8')),
    ...Array.from({ length: 5 }, () => markdown),
    'a',
  ]
  return read
}

/**
 * Files as people's, with pieces moved, dropped and repeated and marks put between them; `random` gives numbers from 0
 * to 1.
 */
export function* mutatedFiles(count: number, random: () => number): Iterable<Document> {
  for (let number = 0; number < count; number += 1) {
    const text = mutatedText(random)
    const path = `mutated-${number}.${number % 2 === 0 ? 'md' : 'txt'}`
    const bytes = new TextEncoder().encode(text).subarray(0, longest)
    yield { id: sourceId('mutated'), path, bytes }
  }
}
