import { sourceId } from '../../src/domain/source.ts'
import type { Feedback, ShownReply, Waiting, Whereabouts } from '../../src/state/port.ts'

/** Somebody in a guild. */
const place: Whereabouts = { user: 'user', guild: 'guild', channel: 'channel' }

export const shownReply = (id: string, other: Partial<ShownReply> = {}): ShownReply => ({
  ...place,
  id,
  at: 1_000,
  content: '{"kind":"answer"}',
  ...other,
})

export const verdict = (reply: string, other: Partial<Feedback> = {}): Feedback => ({
  reply,
  guild: 'guild',
  question: 'When does the tide come in?',
  source: null,
  quotes: [{ id: 'q1', source: sourceId('tides'), exact: 'The tide came in at noon.' }],
  isHelpful: true,
  at: 1_000,
  ...other,
})

export const waitingFor = (id: string, other: Partial<Waiting> = {}): Waiting => ({
  ...place,
  id,
  question: 'When does the tide come in?',
  source: null,
  isPrivate: false,
  language: 'en',
  at: 1_000,
  ...other,
})
