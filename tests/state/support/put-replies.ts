import { createInterface } from 'node:readline'
import { openState } from '../../../src/state/open-state.ts'
import { shownReply } from '../../support/kept-state.ts'

// Puts replies of a few kilobytes into the data folder that is named, several at a time, and prints the id of each once it is kept.
// Once one is refused it prints why, and whether the first one can still be read; a line of input has it go on.

const state = await openState({
  folder: process.argv[2] ?? '',
  onNotice: (notice) => process.stdout.write(`notice ${notice}\n`),
})
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
const prefix = `${process.pid}`
const content = 'x'.repeat(3_000)
for (let number = 0; ; ) {
  const ids = Array.from({ length: 5 }, () => `${prefix}-${number++}`)
  try {
    await Promise.all(
      ids.map(async (id) => {
        await state.replies.put(shownReply(id, { content }))
        process.stdout.write(`kept ${id}\n`)
      }),
    )
  } catch (error) {
    const first = await state.replies.get(`${prefix}-0`)
    process.stdout.write(`${first?.content === content ? 'readable' : 'lost'}, refused: ${error}\n`)
    await lines.next()
  }
}
