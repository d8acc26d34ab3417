import { afterEach, describe, expect, it } from 'vitest'
import type { Loopback } from '../../packages/preview/src/loopback/loopback.ts'
import { shownText } from '../support/discord-bot.ts'
import { eventually } from '../support/eventually.ts'
import { freePort } from '../support/free-port.ts'
import { type LibraryFolder, libraryFolder } from '../support/library-folder.ts'
import { startPatientLoopback } from '../support/patient-loopback.ts'
import { type Environment, type Running, startScript } from '../support/program.ts'

const running: Running[] = []
const loopbacks: Loopback[] = []
const folders: LibraryFolder[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((each) => each.kill()))
  await Promise.all(loopbacks.splice(0).map((each) => each.close()))
  await Promise.all(folders.splice(0).map((each) => each.discard()))
})

/** The program with a port for health and metrics. */
const startMain = async (env: Environment = {}) => {
  const port = await freePort()
  const main = startScript('main', [], { QUOTH_OPS_PORT: String(port), ...env })
  running.push(main)
  const get = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${port}/${path}`)
    return { status: response.status, body: await response.text() }
  }
  return { main, port, get }
}

/** The program as a bot on a loopback Discord, over one document. */
const online = async (env: Environment = {}) => {
  const folder = await libraryFolder({ 'ferry.txt': 'The ferry to Sorvik sank in a storm off the point.' })
  folders.push(folder)
  const loopback = await startPatientLoopback({ limits: { heartbeatInterval: 1000 } })
  loopbacks.push(loopback)
  const started = await startMain({
    DISCORD_TOKEN: loopback.token,
    QUOTH_DISCORD_API: loopback.api,
    QUOTH_LIBRARY: folder.path,
    ...env,
  })
  await started.main.writes(/Quoth is online as/)
  // A busy machine is online before it has read its library.
  await eventually(async () => expect((await started.get('readyz')).status).toBe(200))
  const ask = () => loopback.invoke({ command: 'ask', options: { question: 'Which ferry sank in a storm?' } })
  return { ...started, loopback, ask }
}

describe('health and metrics', () => {
  it('tell of a bot that answers, and of one that Discord no longer hears', async () => {
    const { get, loopback, ask } = await online()
    expect(shownText(await ask().answered())).toContain('sank in a storm')
    expect(await get('healthz')).toEqual({ status: 200, body: '{"status":"ok","checks":{"heartbeat":"ok"}}\n' })
    expect(await get('readyz')).toEqual({
      status: 200,
      body: '{"status":"ok","checks":{"gateway":"ok","library":"ok"}}\n',
    })
    await eventually(async () => {
      const { body } = await get('metrics')
      for (const line of [
        'quoth_interactions_total{deed="ask",outcome="answered"} 1',
        'quoth_sources 1',
        'quoth_guilds 1',
        'quoth_waiting 0',
        'quoth_gateway_events_total{event="identified"} 1',
        'nodejs_eventloop_lag_p99_seconds',
      ])
        expect(body).toContain(line)
      expect(body).not.toContain('ferry')
    })
    loopback.gateway.acknowledgeHeartbeats(false)
    await eventually(async () => {
      const { status, body } = await get('healthz')
      expect([status, body]).toEqual([503, expect.stringContaining('Discord acknowledged no heartbeat')])
    })
  })

  it('need a port that is free; a taken one ends the start with 78 and what to do', async () => {
    const loopback = await startPatientLoopback()
    loopbacks.push(loopback)
    const { main } = await startMain({ QUOTH_OPS_PORT: new URL(loopback.api).port })
    const { code, stderr } = await main.ended
    expect(code).toBe(78)
    expect(stderr).toMatch(/^quoth: .*Set QUOTH_OPS_PORT to another.*\n$/)
  })
})

describe('a running bot', () => {
  it('ends with 78 and one line once its token is taken back, without another login', async () => {
    const { main, loopback } = await online()
    loopback.gateway.revokeToken()
    const { code, stderr } = await main.ended
    expect(code).toBe(78)
    const [, ...lines] = stderr.trim().split('\n')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/"level":60.*Discord does not accept the bot token \(close code 4004\)/)
    expect(loopback.gateway.counts().identified).toBe(1)
  })

  it('finishes the questions that are running at SIGTERM, and ends with 0', async () => {
    const { main, loopback, ask } = await online()
    loopback.failNext({ route: 'edit-message', status: 503, times: 4 })
    const asked = Array.from({ length: 5 }, ask)
    await Promise.all(asked.map((each) => each.acknowledged()))
    main.child.kill('SIGTERM')
    for (const each of asked) expect(shownText(await each.answered())).toMatch(/sank in a storm|restarting/)
    expect((await main.ended).code).toBe(0)
  })

  it('goes on after a failure that nobody handled, with an incident id; a second exception soon after ends it with 1', async () => {
    // Signals on which a module fails that Node loads beside the program.
    const planted = `process.on('SIGUSR2', () => Promise.reject(new Error('planted promise')));
      process.on('SIGHUP', () => { throw new Error('planted exception') })`
    const { main, ask } = await online({
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(planted)}`,
    })
    for (const [signal, what] of [
      ['SIGUSR2', /^.*planted promise.*$/m],
      ['SIGUSR2', /planted promise[\s\S]*planted promise/],
      ['SIGHUP', /^.*planted exception.*$/m],
    ] as const) {
      main.child.kill(signal)
      await main.writes(what)
      expect(shownText(await ask().answered())).toContain('sank in a storm')
    }
    const [line] = await main.writes(/^.*planted promise.*$/m)
    expect(JSON.parse(line)).toMatchObject({ level: 50, incident: expect.stringMatching(/^[\da-f]{8}$/) })
    main.child.kill('SIGHUP')
    expect((await main.ended).code).toBe(1)
  })
})
