import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo, LookupFunction } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fetchAddress, isPublicAddress } from '../../src/curation/fetch-address.ts'

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

/** A website on this machine, and how often it was asked. */
const site = async (listener: RequestListener) => {
  const asked = vi.fn(listener)
  const server = createServer(asked)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { asked, port: (server.address() as AddressInfo).port }
}

/** Every name leads to these addresses, one list after another. */
const leadsTo = (...answers: readonly (readonly string[])[]): LookupFunction => {
  let at = 0
  return (_, __, done) => {
    const addresses = answers[Math.min(at, answers.length - 1)] ?? []
    at += 1
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  }
}

/** As if this machine were a website. */
const here = { lookup: leadsTo(['127.0.0.1']), isAllowed: (address: string) => address === '127.0.0.1' }

const page =
  (type: string, body: string): RequestListener =>
  (_, response) => {
    response.writeHead(200, { 'content-type': type }).end(body)
  }

const private_ = [
  'http://127.0.0.1/',
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0177.0.0.1/',
  'http://１２７.0.0.1/',
  'http://127。0。0。1/',
  'http://0/',
  'http://0.0.0.0/',
  'http://10.0.0.1/',
  'http://10.255.255.255/',
  'http://172.16.0.1/',
  'http://172.31.255.255/',
  'http://192.168.0.1/',
  'http://192.168.1.254:8080/',
  'http://169.254.169.254/latest/meta-data/',
  'http://100.64.0.1/',
  'http://192.0.0.1/',
  'http://192.0.2.1/',
  'http://198.18.0.1/',
  'http://198.51.100.1/',
  'http://203.0.113.1/',
  'http://224.0.0.1/',
  'http://240.0.0.1/',
  'http://255.255.255.255/',
  'http://[::1]/',
  'http://[::]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[::ffff:10.0.0.1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[2002:7f00:1::]/',
  'http://[fe80::1]/',
  'http://[fc00::1]/',
  'http://[fd12:3456::1]/',
  'http://[ff02::1]/',
  'http://[2001:db8::1]/',
  'https://[::1]:8443/',
]

const noAddress = [
  '',
  'example.org',
  'file:///etc/passwd',
  'ftp://example.org/a.txt',
  'javascript:alert(1)',
  'data:text/plain,Hello',
  'http://',
  `https://example.org/${'a'.repeat(2100)}`,
]

describe('an address', () => {
  it.each(private_)('%s is not reached', async (address) => {
    const lookup = vi.fn<LookupFunction>((_, __, done) => done(null, [{ address: '127.0.0.1', family: 4 }]))
    await expect(fetchAddress(address, { lookup })).rejects.toThrow('does not lead to a public website')
  })

  it.each(noAddress)('“%s” is none', async (address) => {
    await expect(fetchAddress(address, { lookup: () => expect.unreachable() })).rejects.toMatchObject({
      code: 'bad-document',
    })
  })

  it('with a user name is not taken', async () => {
    await expect(fetchAddress('https://ada:secret@example.org/')).rejects.toThrow('user name')
  })

  it('is not reached by a name that leads to this network, also if only one of its addresses does', async () => {
    const { asked, port } = await site(page('text/plain', 'Secret.'))
    for (const addresses of [
      ['127.0.0.1'],
      ['::ffff:127.0.0.1'],
      ['169.254.169.254'],
      ['93.184.215.14', '10.0.0.1'],
      [],
    ])
      await expect(
        fetchAddress(`http://169.254.169.254.nip.io:${port}/`, { lookup: leadsTo(addresses) }),
      ).rejects.toMatchObject({ code: 'bad-document' })
    expect(asked).not.toHaveBeenCalled()
  })

  it('is looked up once, so that a name cannot lead elsewhere after it was checked', async () => {
    const { port } = await site(page('text/plain', 'Public.'))
    const lookup = vi.fn(leadsTo(['127.0.0.1'], ['10.0.0.1']))
    const file = await fetchAddress(`http://rebinds.example:${port}/a.txt`, { ...here, lookup })
    expect(new TextDecoder().decode(await file.bytes())).toBe('Public.')
    expect(lookup).toHaveBeenCalledOnce()
  })

  it('is checked again wherever it leads', async () => {
    const inner = await site(page('text/plain', 'Secret.'))
    for (const target of [`http://127.0.0.2:${inner.port}/`, `http://[::1]:${inner.port}/`, 'file:///etc/passwd']) {
      const { port } = await site((_, response) => void response.writeHead(302, { location: target }).end())
      await expect(fetchAddress(`http://public.example:${port}/`, here)).rejects.toMatchObject({ code: 'bad-document' })
    }
    expect(inner.asked).not.toHaveBeenCalled()
  })

  it('leads on three times at most', async () => {
    const { asked, port } = await site((request, response) => {
      const next = Number(request.url?.slice(1)) + 1
      response.writeHead(301, { location: `/${next}` }).end()
    })
    await expect(fetchAddress(`http://public.example:${port}/1`, here)).rejects.toThrow('too often')
    expect(asked).toHaveBeenCalledTimes(4)
  })
})

describe('what stands at an address', () => {
  it.each([
    ['/news/ice.html', 'text/html; charset=utf-8', 'ice (public.example).html'],
    ['/', 'text/html', 'public.example.html'],
    ['/report.pdf', 'application/pdf', 'report (public.example).pdf'],
    ['/notes.md', 'text/plain', 'notes.md'],
    ['/notes.md', 'application/octet-stream', 'notes.md'],
    ['/a%20b', 'text/plain', 'a b (public.example).txt'],
    ['/%E0%A4%A', 'text/plain', '%E0%A4%A (public.example).txt'],
  ])('%s of type %s is a file named %s, which states its address', async (path, type, name) => {
    const { port } = await site(page(type, 'The harbour froze.'))
    const file = await fetchAddress(`http://public.example:${port}${path}#top`, here)
    expect(file.name).toBe(name)
    expect(file.edits?.url).toMatch(new RegExp(`^http://public\\.example:${port}/`))
    expect(file.edits?.url).not.toContain('#')
    expect(new TextDecoder().decode(await file.bytes())).toBe('The harbour froze.')
  })

  it('is refused with the reason when it is too large, missing, packed or of another kind', async () => {
    const answers: readonly (readonly [RequestListener, string])[] = [
      [(_, response) => void response.writeHead(404).end('No.'), 'status 404'],
      [page('application/json', '{}'), 'no kind that Quoth reads'],
      [page('video/mp4', 'x'), 'no kind that Quoth reads'],
      [
        (_, response) =>
          void response.writeHead(200, { 'content-type': 'text/plain', 'content-encoding': 'gzip' }).end('x'),
        'no kind',
      ],
      [page('text/plain', 'x'.repeat(11 * 1024 * 1024)), 'larger than 10 MB'],
      [(request) => void request.socket.destroy(), 'cannot be reached'],
    ]
    for (const [listener, reason] of answers) {
      const { port } = await site(listener)
      await expect(fetchAddress(`http://public.example:${port}/`, here)).rejects.toThrow(reason)
    }
  })

  it('stands at none that is not of the public internet', () => {
    expect(['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'].map(isPublicAddress)).toEqual([true, true])
    expect(['127.0.0.1', '::1', 'localhost', '', '1.2.3'].map(isPublicAddress)).toEqual(Array(5).fill(false))
  })
})
