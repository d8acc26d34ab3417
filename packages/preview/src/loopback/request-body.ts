import type { IncomingMessage } from 'node:http'
import { refusals } from './api-error.ts'

/** A file that came with a request; `index` is the `n` of its part's name `files[n]`. */
export type UploadedFile = {
  readonly index: string
  readonly filename: string
  readonly contentType: string
  readonly bytes: Uint8Array
}
/** `json` is undefined when nothing was sent. */
export type RequestBody = { readonly json: unknown; readonly files: readonly UploadedFile[] }

/** Bytes that a request may have in all. */
const maxRequest = 25 * 1024 * 1024
const surrogate = /\p{Surrogate}/u

const bytesOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength
    if (size <= maxRequest) chunks.push(chunk)
  }
  if (size > maxRequest) throw refusals.tooLarge()
  return Buffer.concat(chunks)
}

/** JSON whose strings are text: half of a character, as a careless cut leaves it, cannot be stored as UTF-8. */
const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json, (_, value: unknown) => {
      if (typeof value === 'string' && surrogate.test(value)) throw refusals.invalidJson()
      return value
    })
  } catch {
    throw refusals.invalidJson()
  }
}

/**
 * What a request carries: JSON, or a form of `payload_json` and `files[n]`.
 * @throws ApiError 50109 for what is no JSON, 50035 for what is no form, 40005 for too many bytes, in all or in one
 * file
 */
export const readBody = async (request: IncomingMessage, attachmentSizeLimit: number): Promise<RequestBody> => {
  const bytes = await bytesOf(request)
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data'))
    return { json: bytes.byteLength === 0 ? undefined : parsed(bytes.toString()), files: [] }
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => {
    throw refusals.badForm()
  })
  const files: UploadedFile[] = []
  for (const [name, value] of form) {
    const index = /^files\[(\d+)\]$/.exec(name)?.[1]
    if (typeof value === 'string' || index === undefined) continue
    if (value.size > attachmentSizeLimit) throw refusals.tooLarge()
    const contentType = value.type || 'application/octet-stream'
    files.push({ index, filename: value.name, contentType, bytes: new Uint8Array(await value.arrayBuffer()) })
  }
  const payload = form.get('payload_json')
  return { json: typeof payload === 'string' ? parsed(payload) : {}, files }
}
