import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openState } from '../../src/state/open-state.ts'
import { type Running, start } from '../support/program.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quoth-state-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const script = 'bench/put-replies.ts'

/** The replies that the process said were kept, and that are not in the state. */
const lostOf = async (running: Running): Promise<readonly string[]> => {
  const state = await openState({ folder, onNotice: expect.unreachable })
  const acknowledged = running.written().match(/(?<=^kept )\S+$/gm) ?? []
  expect(acknowledged.length).toBeGreaterThan(5)
  const found = await Promise.all(acknowledged.map((id) => state.replies.get(id)))
  await state.close()
  return acknowledged.filter((_, at) => found[at]?.content.length !== 3_000)
}

describe('what a promise resolved for', () => {
  it('is there after the process was killed while it wrote', async () => {
    for (const wait of [5, 20, 60]) {
      const running = start(process.execPath, ['--import', 'tsx', script, folder])
      await running.writes(/-9\n/)
      await new Promise((resolve) => setTimeout(resolve, wait))
      await running.kill()
      expect(await lostOf(running)).toEqual([])
    }
  })

  it.skipIf(process.platform === 'win32')(
    'is there after the disk took no more, and can be read meanwhile',
    async () => {
      const limited = `ulimit -f 1000; exec "$0" --import tsx ${script} "$1"`
      const running = start('sh', ['-c', limited, process.execPath, folder])
      const [, readable, refusal] = await running.writes(/^(\w+), refused: (.+)$/m)
      await running.kill()
      expect([readable, refusal]).toEqual(['readable', expect.stringMatching(/^QuothError: .+ try again/)])
      expect(running.written().match(/^notice .+ cannot be written, because /gm)).toHaveLength(1)
      expect(await lostOf(running)).toEqual([])
    },
  )
})
