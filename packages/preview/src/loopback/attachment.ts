import type { APIAttachment } from 'discord-api-types/v10'
import type { World } from './world.ts'
import { createSecret, forgetOldest } from './world.ts'

/** A file that a person uploads. */
export type Upload = { readonly name: string; readonly bytes: Uint8Array; readonly contentType?: string | undefined }

/** A file as Discord keeps it, with what was uploaded. */
export type LoopbackFile = {
  readonly id: string
  readonly filename: string
  readonly description: string | null
  readonly contentType: string
  /** Whether it belongs to no message: it came with a command or a form, and Discord keeps it for a while only. */
  readonly isEphemeral: boolean
  /** Where the loopback server hands it out. */
  readonly url: string
  readonly bytes: Uint8Array
}

/** Files that a message, or a field of a form, may have. */
export const maxFiles = 10

/** Files of commands and forms that are kept: the newest. */
const maxEphemeral = 50

const unknownType = 'application/octet-stream'

/** A new file in a channel, which the server hands out once somebody keeps it. */
export const newFile = (
  world: World,
  channel: string,
  of: Pick<LoopbackFile, 'filename' | 'description' | 'contentType' | 'isEphemeral' | 'bytes'>,
): LoopbackFile => {
  const id = world.nextId()
  const folder = of.isEphemeral ? 'ephemeral-attachments' : 'attachments'
  const path = `${folder}/${channel}/${id}/${encodeURIComponent(of.filename)}`
  return { ...of, id, url: `${world.origin}/${path}?hm=${createSecret()}` }
}

/** @throws Error for a file that Discord's client would not upload */
export const checkUploads = ({ attachmentSizeLimit }: World, files: readonly Upload[]): void => {
  if (files.length > maxFiles) throw new Error(`At most ${maxFiles} files can be uploaded at once.`)
  const nameless = files.some(({ name }) => name === '')
  if (nameless) throw new Error('A file needs a name.')
  const tooLarge = files.find(({ bytes }) => bytes.byteLength > attachmentSizeLimit)
  if (tooLarge !== undefined) throw new Error(`“${tooLarge.name}” is larger than ${attachmentSizeLimit} bytes.`)
}

/** What a person uploads for a message, after `checkUploads`. */
export const filesOfMessage = (world: World, channel: string, files: readonly Upload[]): readonly LoopbackFile[] =>
  files.map(({ name, contentType = unknownType, bytes }) =>
    newFile(world, channel, { filename: name, description: null, contentType, isEphemeral: false, bytes }),
  )

/** Keeps what a person uploads with a command or a form, after `checkUploads`. */
export const keepEphemeral = (world: World, channel: string, files: readonly Upload[]): readonly LoopbackFile[] =>
  files.map(({ name, contentType = unknownType, bytes }) => {
    const file = newFile(world, channel, { filename: name, description: null, contentType, isEphemeral: true, bytes })
    world.ephemeralFiles.set(file.id, file)
    forgetOldest(world.ephemeralFiles, maxEphemeral)
    return file
  })

/** The file with this id, of a message, a command or a form; undefined when it is not kept. */
export const fileNamed = (world: World, id: string): LoopbackFile | undefined =>
  world.ephemeralFiles.get(id) ??
  [...world.messages.values()].flatMap(({ attachments }) => attachments).find((each) => each.id === id)

/** An attachment object. */
export const attachmentPayload = (file: LoopbackFile): APIAttachment => ({
  id: file.id,
  filename: file.filename,
  size: file.bytes.byteLength,
  url: file.url,
  proxy_url: file.url,
  content_type: file.contentType,
  ...(file.description !== null && { description: file.description }),
  ...(file.isEphemeral && { ephemeral: true }),
})
