// What becomes of a state file that is damaged: bytes changed, a part overwritten, or the end cut off. Either it is
// kept under another name and another one is begun, or what cannot be read is told; the process must never end, and
// nothing else may be thrown.
//
//   npx tsx bench/damage-state.ts [FILES] [FIRST]      1,000 when not said, from number FIRST on
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { QuothError } from '../src/domain/error.ts'
import { sourceId } from '../src/domain/source.ts'
import { openState } from '../src/state/open-state.ts'
import type { State } from '../src/state/port.ts'
import { seeded } from './seeded.ts'

const [files = '1000', first = '0'] = process.argv.slice(2)
const ids = Array.from({ length: 60 }, (_, number) => `${number}`)
const place = { user: 'user', guild: 'guild', channel: 'channel' }

/** Reads and writes everything that a state has; gives what each of it came to. */
const useAll = (state: State, at: number): Promise<readonly PromiseSettledResult<unknown>[]> =>
  Promise.allSettled([
    ...ids.map((id) => state.replies.get(id)),
    ...ids.map((id) => state.settings.get(id)),
    state.feedback.list(),
    state.waiting.list(),
    state.uses.of('guild'),
    ...ids.flatMap((id) => [
      state.replies.put({ ...place, id, at, content: `${id} in English, ${'ü'.repeat(600)}` }),
      state.replies.mark(id, 'shared'),
      state.settings.change(id, { quotes: 5 }),
      state.feedback.put({
        reply: id,
        guild: null,
        question: `Which ${id}?`,
        source: null,
        quotes: [{ id, source: sourceId(id), exact: 'ü'.repeat(100) }],
        isHelpful: true,
        at,
      }),
      state.waiting.add(
        { ...place, id: `${id} ${at}`, question: `Which ${id}?`, source: null, isPrivate: true, language: 'de', at },
        99,
      ),
      state.uses.add('guild', [sourceId(id)]),
    ]),
    state.replies.forgetBefore(0),
    state.identifies.countSince(at),
  ])

const damage = (bytes: Buffer, random: () => number): Buffer => {
  const below = (count: number): number => Math.floor(random() * count)
  const kind = below(4)
  if (kind === 0) return bytes.subarray(0, below(bytes.length))
  const damaged = Buffer.from(bytes)
  if (kind === 1) damaged.fill(below(256), below(damaged.length), below(damaged.length))
  else for (let changes = kind === 2 ? 1 : 200; changes > 0; changes -= 1) damaged[below(damaged.length)] = below(256)
  return damaged
}

const folder = await mkdtemp(join(tmpdir(), 'quoth-state-'))
const whole = join(folder, 'whole')
const made = await openState({ folder: whole, onNotice: console.error })
await useAll(made, 1)
await made.close()
const bytes = await readFile(join(whole, 'quoth.db'))

const came = { setAside: 0, partlyRead: 0, whole: 0 }
for (let number = Number(first); number < Number(first) + Number(files); number += 1) {
  const data = await mkdtemp(join(folder, 'damaged-'))
  await writeFile(join(data, 'quoth.db'), damage(bytes, seeded(1 + ((number * 15_485_863) % 2_147_483_646))))
  process.stderr.write(`\r${number} `)
  const notices: string[] = []
  const state = await openState({ folder: data, onNotice: (notice) => void notices.push(notice) })
  const results = [...(await useAll(state, 2)), ...(await useAll(state, 3))]
  await state.close()
  await rm(data, { recursive: true })
  const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
  for (const failure of failures) if (!(failure instanceof QuothError)) throw failure
  if (notices.some((notice) => notice.includes('is kept as'))) came.setAside += 1
  else if (failures.length > 0) came.partlyRead += 1
  else came.whole += 1
}
await rm(folder, { recursive: true })
console.log(
  `\n${files} damaged files: ${came.setAside} set aside, ${came.partlyRead} read in part, ${came.whole} read as they are; no crash`,
)
