import { afterEach, expect, it } from 'vitest'
import { openQuoth } from '../../src/app/compose.ts'
import { type LibraryFolder, libraryFolder } from '../support/library-folder.ts'

let library: LibraryFolder
afterEach(() => library.discard())

const mail = (name: string): string =>
  `From ${name}@x.example Mon Mar  3 13:02:00 2014\nFrom: ${name}@x.example\nSubject: ${name}\nContent-Type: multipart/mixed; boundary="q"\n\n--q\n\nThe pier is open.\n--q\nContent-Type: application/pdf; name="secret.pdf"\n\nx\n--q--\n\n`

it('a host is told which documents were read with warnings, but nothing that they say', async () => {
  library = await libraryFolder({
    'plain.md': '---\ntitle: Plain\n---\nThe pier is open.',
    'spring.md': '---\ntitle: Spring\ndate: last spring\nauthor: {x: 1}\n---\nThe pier is open.',
    'crew.mbox': mail('mira') + mail('tom'),
  })
  const told: (readonly [string, number])[] = []
  const { close } = await openQuoth({
    folder: library.path,
    data: null,
    watch: false,
    onWarnings: (...warning) => void told.push(warning),
  })
  await close()
  expect(told.sort()).toEqual([
    ['crew.mbox', 2],
    ['spring.md', 2],
  ])
})
