import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkMessage, checkNotEmpty } from '../../../packages/preview/src/loopback/limits/message.ts'
import { quotesOf as quotesFound } from '../../../src/domain/finding.ts'
import { languages, messageStyles } from '../../../src/domain/guild-settings.ts'
import type { Quote } from '../../../src/domain/quote.ts'
import { placesOf } from '../../../src/domain/quote-check.ts'
import type { Reply } from '../../../src/domain/reply.ts'
import type { OutgoingMessage } from '../../../src/surfaces/discord/message/view.ts'
import type { Frame } from '../../../src/surfaces/discord/replies/buttons.ts'
import { type ButtonAction, buttonActions } from '../../../src/surfaces/discord/replies/buttons.ts'
import { renderReply } from '../../../src/surfaces/discord/replies/render-reply.ts'
import { anyReply } from '../../support/any-reply.ts'
import { liveMarkup, readBack } from '../../support/discord-markdown.ts'
import { controlsOf, frameOf, textOf } from '../../support/shown-frame.ts'

/** As the loopback Discord would take it, which knows the limits apart from the code under test. */
const takenByDiscord = ({ style, content, components, files }: OutgoingMessage): void => {
  const isCards = style === 'cards'
  const body = {
    flags: isCards ? 32768 : 0,
    ...(isCards ? {} : { content }),
    components,
    allowed_mentions: { parse: [] },
  }
  const names = files.map(({ name }) => name)
  const { flags } = checkMessage(body, null, names)
  checkNotEmpty({ flags, content, components, embeds: [], attachments: files })
  for (const { text } of files) expect(Buffer.byteLength(text)).toBeLessThan(10 * 1024 * 1024)
}

const quotesOf = (reply: Reply): readonly Quote[] => {
  switch (reply.kind) {
    case 'answer':
      return reply.answer.quotes.map(({ quote }) => quote)
    case 'summary':
      return reply.summary.sentences.map(({ quote }) => quote)
    case 'context':
      return reply.context.paragraphs.map(({ quote }) => quote)
    case 'findings':
      return quotesFound(reply.findings).map(({ quote }) => quote)
    case 'quote-check':
      return placesOf(reply.check).map(({ quote }) => quote)
    case 'reference':
      return [reply.quote]
    case 'source-list':
    case 'source-card':
    case 'settings':
    case 'help':
    case 'additions':
    case 'catalogue':
    case 'document':
    case 'document-change':
    case 'audit':
    case 'export':
    case 'library-settings':
    case 'personal-data':
      return []
  }
}

const anyFrame = (style: Frame['style'], language: (typeof languages)[number]): fc.Arbitrary<Frame> =>
  fc
    .record({
      isPrivate: fc.boolean(),
      isInGuild: fc.boolean(),
      isPressable: fc.boolean(),
      done: fc.subarray([...buttonActions]).map((some) => new Set<ButtonAction>(some)),
    })
    .map(({ isPressable, ...given }) => frameOf({ language, style, ...given, ...(isPressable ? {} : { idOf: null }) }))

/** Replies that show a quote an item, and nothing else. */
const quotesAlone: readonly Reply['kind'][] = ['answer', 'summary', 'context']

/** Marks that do something. Headings, block quotes, small print, lists, bold labels and code are our own. */
const acting = ['mention', 'everyone', 'link', 'link in brackets', 'invite', 'emoji', 'spoiler', 'strike-through']
/**
 * Channels, of the settings alone, are mentioned by our own doing; that pings nobody. Checked quotes strike words
 * through.
 */
const ownChannels = /<#\d{1,20}>/g
/** In replies about the library: channels, roles and people, of whom none is pinged, and times. */
const ownMarks = /(?<!\\)(?:<(?:[#@]|@&)\d{1,20}>|<t:\d{1,12}:f>)/g
const aboutLibrary: readonly Reply['kind'][] = [
  'additions',
  'catalogue',
  'document',
  'document-change',
  'audit',
  'library-settings',
]

const isShownRight = (reply: Reply, frame: Frame): void => {
  const message = renderReply(reply, frame)
  takenByDiscord(message)
  // A zip is sent beside a line of text.
  if (reply.kind === 'personal-data') return
  if (reply.kind === 'export') {
    expect(message.files.map(({ bytes }) => bytes)).toEqual(reply.documents === 0 ? [] : [reply.archive])
    return
  }
  expect(message.style).toBe(frame.style)
  const shown = textOf(message)
  const read = readBack(shown.replace(/^> /gm, ''))
  const file = message.files[0]?.text ?? ''
  const quotes = quotesOf(reply)
  const whole = quotes.filter(({ exact }) => read.includes(exact))
  if (message.files.length === 0) expect(whole).toHaveLength(quotes.length)
  else {
    expect(shown).toContain('quoth.txt')
    if (quotes.length > 0 && quotesAlone.includes(reply.kind))
      expect(whole.length).toBeGreaterThanOrEqual(message.shown)
    for (const { exact } of quotes) expect(file).toContain(exact)
  }
  const withoutCode = shown.replace(/(\\[^0-9A-Za-z\s])|```\n[^`]*\n```|`[^`\n]*`/g, '$1')
  const own = aboutLibrary.includes(reply.kind) ? ownMarks : reply.kind === 'settings' ? ownChannels : /(?!)/g
  const live = liveMarkup(withoutCode.replace(own, ''))
  const ours = reply.kind === 'quote-check' ? ['strike-through'] : []
  expect(live.filter((rule) => acting.includes(rule) && !ours.includes(rule))).toEqual([])
  for (const label of controlsOf(message)) expect(label.length).toBeLessThanOrEqual(34)
  if (frame.idOf === null) expect(JSON.stringify(message.components)).not.toContain('custom_id')
}

describe.each(languages)('any reply, in %s', (language) => {
  test.each(messageStyles)(
    'as %s, is a message that Discord takes, with each quote whole or said to be held back, and nothing in it acts',
    (style) => {
      fc.assert(
        fc.property(anyReply, anyFrame(style, language), (reply, frame) => isShownRight(reply, frame)),
        { numRuns: 1000 },
      )
    },
  )
})
