import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startResponder } from '../../../tests/support/loopback-api.ts'
import { type Loopback, startLoopback } from '../src/loopback/loopback.ts'
import { type Preview, startPreview } from '../src/preview.ts'

const about = async () => ({
  library: 'shelf/',
  count: 1,
  sources: ['On tides'],
  examples: [],
  steps: ['Get a token.'],
})

let loopback: Loopback
let preview: Preview
let port: number
beforeAll(async () => {
  loopback = await startLoopback()
  preview = await startPreview({ loopback, name: 'Quoth', about })
  port = Number(new URL(preview.url).port)
})
afterAll(async () => {
  await preview.close()
  await loopback.close()
})

type Answer = { readonly status: number; readonly headers: NodeJS.Dict<string | string[]>; readonly body: string }

/** Sends a request as it stands: `path` and headers are not put right, as fetch would. */
const send = (
  path: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk) => {
        text += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }))
    })
    sent.on('error', reject)
    sent.end(body)
  })

const own = () => ({ origin: `http://127.0.0.1:${port}`, 'content-type': 'application/json' })
const post = (path: string, body: unknown, headers: Record<string, string> = own()) => {
  const text = JSON.stringify(body)
  return send(path, {
    method: 'POST',
    headers: { ...headers, 'content-length': String(Buffer.byteLength(text)) },
    body: text,
  })
}

describe('what is handed out', () => {
  test('the page comes with a policy that lets nothing in from elsewhere and no inline script', async () => {
    const { status, headers, body } = await send('/')
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'")
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
    expect(body).toContain('<script type="module" src="main.js" ')
    expect(body).not.toMatch(/https?:\/\//)
  })

  test('a module of the page comes as JavaScript', async () => {
    const { status, headers } = await send('/main.js')
    expect([status, headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8'])
  })

  test.each([
    '/nothing',
    '/../preview.ts',
    '/%2e%2e/preview.ts',
    '/..%2fpreview.ts',
    '/....//preview.ts',
    '//etc/passwd',
    '/tsconfig.json',
    '/files/1/2',
    '/files/../main.js',
  ])('%s is not there', async (path) => {
    expect((await send(path)).status).toBe(404)
  })

  test('another method is refused', async () => {
    const { status, headers } = await send('/', { method: 'DELETE', headers: own() })
    expect([status, headers['allow']]).toEqual([405, 'GET, HEAD, POST'])
  })
})

describe('who is answered', () => {
  test.each(['evil.example', `evil.example:80`, '127.0.0.1', '127.0.0.1:1', '[::1]'])(
    'a request for the host %s is refused, as a name that was rebound to this machine sends it',
    async (host) => {
      expect((await send('/', { headers: { host } })).status).toBe(403)
    },
  )

  test('localhost is this machine', async () => {
    expect((await send('/', { headers: { host: `localhost:${port}` } })).status).toBe(200)
  })

  test.each([
    { origin: 'https://evil.example', 'content-type': 'application/json' },
    { origin: 'null', 'content-type': 'application/json' },
    { 'content-type': 'application/json' },
    { origin: 'own', 'content-type': 'text/plain' },
  ])('a command posted with %o is refused', async ({ origin, ...headers }) => {
    const from = origin === 'own' ? own().origin : origin
    const answer = await post(
      '/api/invoke',
      { path: ['ask'], values: {} },
      { ...headers, ...(from && { origin: from }) },
    )
    expect(answer.status).toBe(403)
  })

  test('nothing is told to a page of another site, which may still link to the preview', async () => {
    const foreign = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }
    expect((await send('/api/events', { headers: foreign })).status).toBe(403)
    expect((await send('/', { headers: { ...foreign, 'sec-fetch-mode': 'navigate' } })).status).toBe(200)
  })
})

describe('what the page can ask for', () => {
  test.each([
    ['/api/invoke', { path: [], values: {} }],
    ['/api/invoke', { path: ['ask'], values: { question: { deep: true } } }],
    ['/api/press', { message: '1' }],
    ['/api/say', { content: 'x'.repeat(4001) }],
    ['/api/submit', { form: '1', fields: { a: 1 } }],
    ['/api/apply', { message: '1' }],
    ['/api/dismiss', 'text'],
  ])('%s refuses %j, which no page of ours sends', async (path, body) => {
    const answer = await post(path, body)
    expect([answer.status, JSON.parse(answer.body)]).toEqual([400, { message: 'The page sent an invalid request.' }])
  })

  test('a body that is no JSON, one that is too long and an unknown deed are refused', async () => {
    const headers = { ...own(), 'content-length': '1' }
    expect((await send('/api/invoke', { method: 'POST', headers, body: '{' })).status).toBe(400)
    expect((await post('/api/invoke', 'x'.repeat(70_000))).status).toBe(413)
    expect((await post('/api/shutdown', {})).status).toBe(404)
  })

  test('a command that is not there is told in the words of the loopback Discord', async () => {
    const answer = await post('/api/invoke', { path: ['dance'], values: {} })
    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.body).message).toContain('There is no command “dance” here.')
  })
})

describe('an upload', () => {
  const upload = (query: string, headers: Record<string, string> = {}, body = 'The tide rises.') =>
    send(`/api/upload?${query}`, {
      method: 'POST',
      headers: {
        ...{ ...own(), 'content-type': 'application/octet-stream', 'content-length': String(body.length) },
        ...headers,
      },
      body,
    })

  test('is kept for what the page says next', async () => {
    const { status, body } = await upload('name=On%20tides.txt&type=text/plain')
    expect(status).toBe(200)
    expect((await post('/api/say', { content: '', uploads: [JSON.parse(body).upload] })).status).toBe(204)
    const [message] = loopback.messages()
    expect(message?.attachments).toMatchObject([
      { filename: 'On tides.txt', contentType: 'text/plain', bytes: Buffer.from('The tide rises.') },
    ])
    loopback.deleteMessage(message?.id ?? '')
  })

  test.each<readonly [string, string, Record<string, string>, number]>([
    ['of another site', 'name=a&type=', { origin: 'https://evil.example' }, 403],
    ['as a form of any site could send it', 'name=a&type=', { 'content-type': 'text/plain' }, 403],
    ['as JSON', 'name=a&type=', { 'content-type': 'application/json' }, 403],
    ['without a name', 'name=&type=', {}, 400],
    ['with a type that would be a header of its own', 'name=a&type=a%0d%0ab:c', {}, 400],
    ['that is too large', 'name=a&type=', { 'content-length': String(10 * 1024 * 1024 + 1), connection: 'close' }, 413],
  ])('%s is refused', async (_, query, headers, status) => {
    expect((await upload(query, headers)).status).toBe(status)
  })
})

test('a person who is not there is told so', async () => {
  const answer = await post('/api/say', { by: '404', content: 'hello' })
  expect([answer.status, JSON.parse(answer.body)]).toEqual([400, { message: 'There is no such person.' }])
})

test('a page that opens is told everything at once', async () => {
  const response = await fetch(`${preview.url}api/events`)
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  const { value = '' } = (await reader?.read()) ?? {}
  await reader?.cancel()
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  const event = JSON.parse(/^data: (.*)$/m.exec(value)?.[1] ?? 'null')
  expect(event).toMatchObject({ kind: 'session', person: { name: 'reader' }, bot: 'Quoth', online: false, entries: [] })
  expect(event.about).toEqual(await about())
})

test('a port that is taken rejects with what Node says', async () => {
  await expect(startPreview({ loopback, name: 'Quoth', about, port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
})

test('a file of a message is a download with its own name, never a page', async () => {
  const responder = await startResponder()
  const shown = await startPreview({ loopback: responder.loopback, name: 'Quoth', about })
  try {
    const { id, token } = await responder.ask()
    const form = new FormData()
    form.set('payload_json', JSON.stringify({ type: 4, data: { content: 'Here.' } }))
    form.set('files[0]', new Blob(['<script>alert(1)</script>'], { type: 'text/html' }), 'naïve.html')
    await fetch(`${responder.loopback.api}/v10/interactions/${id}/${token}/callback`, { method: 'POST', body: form })
    const [message] = responder.loopback.messages()
    const answer = await fetch(`${shown.url}files/${message?.id}/${message?.attachments[0]?.id}`)
    expect(answer.headers.get('content-type')).toBe('application/octet-stream')
    expect(answer.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''na%C3%AFve.html")
    expect(await answer.text()).toBe('<script>alert(1)</script>')
  } finally {
    await shown.close()
    await responder.close()
  }
})
