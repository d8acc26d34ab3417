import type { IndexSnapshot } from '../../src/index/port.ts'

/** The bytes of a snapshot, as a file would hold them. */
export const bytesOf = async (snapshot: IndexSnapshot): Promise<Uint8Array> => {
  const blocks: Uint8Array[] = []
  for await (const block of snapshot.write()) blocks.push(block)
  return Uint8Array.from(Buffer.concat(blocks))
}
