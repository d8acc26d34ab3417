import { lookup } from 'node:dns'
import { get as getPlain, type IncomingMessage } from 'node:http'
import { get as getSecure } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import type { GivenFile } from '../domain/curation.ts'
import { QuothError } from '../domain/error.ts'
import { type Message, msg } from '../domain/message.ts'
import { isDocument } from '../ingest/formats/formats.ts'

// Whoever can add a source can name any address: what only this machine or its network can reach must stay out of reach.

const limits = { bytes: 10 * 1024 * 1024, milliseconds: 15_000, redirects: 3, characters: 2000 }

/** The ending of a file of each type that is read. */
const endings: { readonly [type: string]: string } = {
  'application/epub+zip': 'epub',
  'application/pdf': 'pdf',
  'application/rtf': 'rtf',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/x-bibtex': 'bib',
  'application/x-research-info-systems': 'ris',
  'application/x-subrip': 'srt',
  'application/xhtml+xml': 'html',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'message/rfc822': 'eml',
  'text/csv': 'csv',
  'text/html': 'html',
  'text/markdown': 'md',
  'text/plain': 'txt',
  'text/rtf': 'rtf',
  'text/tab-separated-values': 'tsv',
  'text/vtt': 'vtt',
}
/** Types that say nothing: the name decides. */
const anyType = ['', 'application/octet-stream', 'binary/octet-stream', 'text/plain']

const refuse = (reason: Message): QuothError => new QuothError('bad-document', reason)
const outOfReach = (): QuothError => refuse(msg`The address does not lead to a public website.`)

/**
 * @param address an IP address
 * @returns whether it is one of the public internet: not of this machine, its network, or for a special purpose
 */
export const isPublicAddress = (address: string): boolean => {
  // Names, and addresses in the forms that only programs write, are looked up first.
  if (isIP(address) === 0 || !ipaddr.isValid(address)) return false
  // `::ffff:127.0.0.1` is 127.0.0.1.
  const parsed = ipaddr.process(address)
  return parsed.range() === 'unicast'
}

/** How a host name becomes addresses, and which of these may be reached. */
type Network = { readonly lookup: LookupFunction; readonly isAllowed: (address: string) => boolean }

/** Looks a name up and gives on only what may be reached: the connection is made to exactly these addresses. */
const guarded =
  ({ lookup: look, isAllowed }: Network): LookupFunction =>
  (host, options, done) =>
    look(host, { ...options, all: true }, (error, found) => {
      const all = (typeof found === 'string' ? [{ address: found, family: isIP(found) }] : found) ?? []
      if (error) done(error, [])
      else if (all.length === 0 || !all.every(({ address }) => isAllowed(address))) done(outOfReach(), [])
      else if (options.all) done(null, all)
      else done(null, all[0]?.address ?? '', all[0]?.family)
    })

const urlOf = (address: string, base?: URL): URL => {
  const url = address.length <= limits.characters && URL.canParse(address, base?.href) ? new URL(address, base) : null
  if (url === null || !['http:', 'https:'].includes(url.protocol))
    throw refuse(msg`This is no address of a website. It must begin with https:// or http://.`)
  if (url.username !== '' || url.password !== '') throw refuse(msg`An address with a user name cannot be added.`)
  return url
}

const requested = (url: URL, network: Network, signal: AbortSignal): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const host = url.hostname.replace(/^\[|\]$/g, '')
    // Node looks no address up.
    if (isIP(host) !== 0 && !network.isAllowed(host)) throw outOfReach()
    const get = url.protocol === 'https:' ? getSecure : getPlain
    const headers = { 'accept-encoding': 'identity', 'user-agent': 'Quoth' }
    get(url, { agent: false, headers, lookup: guarded(network), signal }, resolve).on('error', reject)
  })

const bodyOf = async (response: IncomingMessage): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response) {
    chunks.push(chunk as Uint8Array)
    length += (chunk as Uint8Array).length
    if (length > limits.bytes) {
      response.destroy()
      throw refuse(msg`It is larger than ${limits.bytes / 1024 / 1024} MB. Save it and add the file.`)
    }
  }
  return Buffer.concat(chunks)
}

/** A name for what was fetched: the host and the last part of the path, with the ending of its type. */
const nameOf = ({ hostname, pathname }: URL, type: string): string | null => {
  const last = pathname.split('/').filter(Boolean).at(-1) ?? ''
  const decoded = /%(?![\da-f]{2})/i.test(last) ? last : decodeURIComponent(last)
  if (anyType.includes(type) && isDocument(decoded)) return decoded
  const ending = endings[type]
  if (ending === undefined) return null
  const stem = decoded.replace(/\.\w{1,5}$/, '')
  return `${stem === '' ? hostname : `${stem} (${hostname})`}.${ending}`
}

const fetchFrom = async (address: string, network: Network, signal: AbortSignal): Promise<GivenFile> => {
  let url = urlOf(address)
  for (let redirects = 0; ; redirects += 1) {
    const response = await requested(url, network, signal)
    const { statusCode = 0, headers } = response
    if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
      response.destroy()
      if (redirects === limits.redirects) throw refuse(msg`The address leads on to others too often.`)
      url = urlOf(headers.location, url)
      continue
    }
    if (statusCode !== 200) {
      response.destroy()
      throw refuse(msg`The website answered with status ${statusCode}.`)
    }
    const [type = ''] = (headers['content-type'] ?? '').toLowerCase().split(';')
    const name = nameOf(url, type.trim())
    if (name === null || (headers['content-encoding'] ?? 'identity') !== 'identity') {
      response.destroy()
      throw refuse(msg`What is there is of no kind that Quoth reads. Save it as a PDF or a web page, and add the file.`)
    }
    const bytes = await bodyOf(response)
    url.hash = ''
    return { name, size: bytes.length, bytes: async () => bytes, edits: { url: url.href } }
  }
}

/**
 * Fetches what stands at an address of the public internet: at most 10 MB, within 15 s and three redirects. Each host is
 * looked up once and checked, and the connection made to what was checked.
 * @param address as somebody typed it
 * @param network for tests: how names become addresses, and which may be reached
 * @returns it as a file, which states its address
 * @throws QuothError `bad-document` with the reason
 */
export const fetchAddress = async (
  address: string,
  { lookup: look = lookup as LookupFunction, isAllowed = isPublicAddress }: Partial<Network> = {},
): Promise<GivenFile> => {
  const signal = AbortSignal.timeout(limits.milliseconds)
  try {
    return await fetchFrom(address.trim(), { lookup: look, isAllowed }, signal)
  } catch (error) {
    if (error instanceof QuothError) throw error
    if (signal.aborted) throw refuse(msg`The website took longer than ${limits.milliseconds / 1000} s.`)
    throw refuse(msg`The website cannot be reached.`)
  }
}
