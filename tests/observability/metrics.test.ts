import { expect, test } from 'vitest'
import { createInteractionLog, type HandledInteraction } from '../../src/observability/interactions.ts'
import { createLog } from '../../src/observability/log.ts'
import { createMetrics, type Metrics } from '../../src/observability/metrics.ts'

/** The samples, without the lines that explain them and the ones that count nothing. */
const samples = async (metrics: Metrics): Promise<string[]> =>
  (await metrics.text()).body.split('\n').filter((line) => line !== '' && !line.startsWith('#') && !/ 0$/.test(line))

const asked: HandledInteraction = {
  kind: 'command',
  action: 'ask',
  guild: '1000000000000000001',
  outcome: 'answered',
  msToAcknowledge: 41.4,
  msToAnswer: 180.6,
  question: 'When does the tide rise?',
}

test('an interaction is counted by deed and outcome, with how long it took', async () => {
  const metrics = createMetrics()
  metrics.handled(asked)
  metrics.handled({ ...asked, outcome: 'expired', msToAcknowledge: null, msToAnswer: null })
  const lines = await samples(metrics)
  expect(lines).toContain('quoth_interactions_total{deed="ask",outcome="answered"} 1')
  expect(lines).toContain('quoth_interactions_total{deed="ask",outcome="expired"} 1')
  expect(lines).toContain('quoth_acknowledged_seconds_bucket{le="0.05",deed="ask"} 1')
  expect(lines).not.toContain('quoth_acknowledged_seconds_bucket{le="0.025",deed="ask"} 1')
  expect(lines).toContain('quoth_answered_seconds_count{deed="ask"} 1')
})

test('what happens between Quoth and Discord is counted', async () => {
  const metrics = createMetrics()
  metrics.retried('edit')
  metrics.refused(10062)
  metrics.rateLimited('global')
  metrics.invalidRequest(403)
  metrics.heldBack(true)
  metrics.gateway('resumed')
  expect((await samples(metrics)).sort()).toEqual([
    'quoth_discord_held_back 1',
    'quoth_discord_invalid_requests_total{status="403"} 1',
    'quoth_discord_rate_limits_total{scope="global"} 1',
    'quoth_discord_refusals_total{code="10062"} 1',
    'quoth_discord_retries_total{request="edit"} 1',
    'quoth_gateway_events_total{event="resumed"} 1',
  ])
})

test('a gauge is read when somebody looks', async () => {
  const metrics = createMetrics()
  let sources = 5
  metrics.gauge('sources', async () => sources)
  expect(await samples(metrics)).toContain('quoth_sources 5')
  sources = 6
  expect(await samples(metrics)).toContain('quoth_sources 6')
})

test('however many deeds somebody invents, the labels stay few', async () => {
  const metrics = createMetrics()
  for (let i = 0; i < 5000; i++) metrics.handled({ ...asked, action: `deed ${i}` })
  const counted = (await samples(metrics)).filter((line) => line.startsWith('quoth_interactions_total'))
  expect(counted).toHaveLength(101)
  expect(counted).toContain('quoth_interactions_total{deed="other",outcome="answered"} 4900')
})

test('the process is shown once it is followed, with how late its event loop is', async () => {
  const metrics = createMetrics()
  expect((await metrics.text()).body).not.toContain('nodejs_eventloop_lag')
  metrics.followProcess()
  const { contentType, body } = await metrics.text()
  expect(contentType).toMatch(/^text\/plain; version=0\.0\.4/)
  for (const name of ['nodejs_eventloop_lag_p99_seconds', 'process_resident_memory_bytes', 'process_cpu_seconds_total'])
    expect(body).toContain(name)
})

const loggedWith = async (questions: boolean, interaction: HandledInteraction) => {
  const [lines, metrics]: [string[], Metrics] = [[], createMetrics()]
  const log = createLog({ level: 'info', write: (line) => void lines.push(line) })
  createInteractionLog({ log, metrics, questions })(interaction)
  return { lines: lines.map((line) => JSON.parse(line) as object), counted: await samples(metrics) }
}

test('an interaction is one line in the log, without the question unless the host wants it', async () => {
  const { lines, counted } = await loggedWith(false, asked)
  expect(lines).toEqual([
    {
      level: 30,
      time: expect.any(String),
      kind: 'command',
      action: 'ask',
      guild: '1000000000000000001',
      outcome: 'answered',
      msToAcknowledge: 41,
      msToAnswer: 181,
      msg: 'Handled',
    },
  ])
  expect(counted).toContain('quoth_interactions_total{deed="ask",outcome="answered"} 1')
  const withQuestion = await loggedWith(true, asked)
  expect(withQuestion.lines).toMatchObject([{ question: 'When does the tide rise?' }])
  expect(withQuestion.counted.join()).not.toContain('tide')
})

test('suggestions are counted, and no line each unless somebody debugs', async () => {
  const { lines, counted } = await loggedWith(false, { ...asked, kind: 'suggestions' })
  expect(lines).toEqual([])
  expect(counted).toContain('quoth_interactions_total{deed="ask",outcome="answered"} 1')
})
