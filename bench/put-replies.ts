// Puts replies of a few kilobytes into a data folder, five at a time, and prints the id of each once it is kept. When
// one is refused it prints why, and whether the first one can still be read; a line of input has it go on. It ends when
// it is killed.
//
//   npx tsx bench/put-replies.ts FOLDER
import { createInterface } from 'node:readline'
import { openState } from '../src/state/open-state.ts'

const state = await openState({
  folder: process.argv[2] ?? '',
  onNotice: (notice) => process.stdout.write(`notice ${notice}\n`),
})
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
const content = 'x'.repeat(3_000)
const idOf = (number: number): string => `${process.pid}-${number}`

const put = async (id: string): Promise<void> => {
  await state.replies.put({ id, user: 'user', guild: null, channel: 'channel', at: Date.now(), content })
  process.stdout.write(`kept ${id}\n`)
}

for (let number = 0; ; number += 5) {
  try {
    await Promise.all([0, 1, 2, 3, 4].map((each) => put(idOf(number + each))))
  } catch (error) {
    const first = await state.replies.get(idOf(0))
    process.stdout.write(`${first?.content === content ? 'readable' : 'lost'}, refused: ${error}\n`)
    await lines.next()
  }
}
