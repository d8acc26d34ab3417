import { afterEach, describe, expect, it } from 'vitest'
import { openQuoth } from '../../src/app/compose.ts'
import { inEnglish } from '../../src/domain/message.ts'
import { type LibraryFolder, libraryFolder } from '../support/library-folder.ts'

let library: LibraryFolder
afterEach(() => library.discard())

const digits = (text: string): string => text.replace(/\d/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit)))
const words = Array.from({ length: 400_000 }, (_, at) => digits((at + 1_000_000).toString(26))).join(' ')

describe('a folder with documents made to be slow, or to overflow', () => {
  it('answers from the others, reads what can be read, and says of the rest which limit it passes', async () => {
    library = await libraryFolder({
      'bracket.md': `[${' h'.repeat(16_349)}`,
      'long-bracket.md': `[${' h'.repeat(125_000)}`,
      'comments.md': 'World Health (WH) <!--'.repeat(1400),
      'stretch.txt': 'x'.repeat(6_000_000),
      'words.txt': words,
      'zz-ferry.txt': 'The ferry to Sorvik sank in a storm off the point.',
    })
    const refusals: string[] = []
    const { quoth, close } = await openQuoth({
      folder: library.path,
      data: null,
      watch: false,
      onRefusal: ({ path, reason }) => void refusals.push(`${path}: ${inEnglish(reason)}`),
    })
    const answer = await quoth.ask('What sank in a storm?')
    expect(answer.quotes[0]?.quote.exact).toBe('The ferry to Sorvik sank in a storm off the point.')
    expect(refusals).toEqual([
      'stretch.txt: It has over 1,000,000 characters in a row without a space, so it looks like data, not text.',
      'words.txt: It has over 200,000 different words, so it looks like data, not text. Split it into smaller files.',
    ])
    expect(await quoth.size()).toBe(4)
    await close()
  })
})
