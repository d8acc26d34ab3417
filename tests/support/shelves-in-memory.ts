import type { Curator, CuratorRole } from '../../src/curation/port.ts'
import type { Addition, GivenFile } from '../../src/domain/curation.ts'
import type { Source } from '../../src/domain/source.ts'
import { documentId, maySee, type Reader, type Visibility, visibleToAll } from '../../src/domain/stored-document.ts'
import { fakeCurator } from './fake-curator.ts'
import { fakeQuoth } from './fake-quoth.ts'
import { plainSource } from './plain-source.ts'

type Shelved = { readonly library: string; readonly visibility: Visibility; readonly source: Source }

/** Libraries to which plain text can be added, by anybody; a reader asks what was added to theirs and they may see. */
export const shelvesInMemory = () => {
  const shelved: Shelved[] = []
  const add = async (file: GivenFile, { library, by }: CuratorRole, visibility: Visibility): Promise<Addition> => {
    const bytes = await file.bytes()
    const source = plainSource({ id: file.name, text: new TextDecoder().decode(bytes) })
    shelved.push({ library, visibility, source })
    const version = { number: 1, sha256: '', bytes: bytes.length, by, at: 0, title: file.name, readAs: [] }
    const document = { id: documentId(file.name), name: file.name, visibility, edits: {}, version, removedAt: null }
    const nothing = { warnings: 0, refused: [], copyOf: null }
    return { name: file.name, outcome: { kind: 'added', document, title: file.name, sources: 1, ...nothing } }
  }
  return {
    curatorFor: (role: CuratorRole): Curator => ({
      ...fakeCurator,
      add: (files, { visibility = visibleToAll } = {}) => Promise.all(files.map((file) => add(file, role, visibility))),
    }),
    libraryOf: ({ library, audience }: Reader) =>
      fakeQuoth({
        sources: shelved
          .filter((each) => each.library === library && maySee(each.visibility, audience))
          .map(({ source }) => source),
      }),
  }
}
