import { mostQuotes } from '../../../domain/guild-settings.ts'
import { mostSentences, usualSentences } from '../../../domain/summary.ts'
import type { Plan } from '../plan.ts'
import { rerunReply, showReply, takeToken } from '../reply-to.ts'
import { asPrivateAs, type Request } from '../request.ts'
import type { Serving } from '../serving.ts'
import type { Pressed } from './pressed.ts'

/** Lengths of a summary, in sentences, from one to the next. */
const lengths = [1, 2, 3, 4, 6, 9, 13, mostSentences] as const

const longerThan = (length: number): number => lengths.find((each) => each > length) ?? length
const shorterThan = (length: number): number => lengths.findLast((each) => each < length) ?? length

/** A new reply for the asker alone. */
const inPrivate = (request: Request, pressed: Pressed, serving: Serving): Plan => ({
  t: pressed.t,
  label: pressed.action,
  acknowledge: 'private',
  work: async () => {
    const settings = await serving.settings.of(pressed.person.guild)
    takeToken(request, pressed.person, serving)
    const reply = await rerunReply(request, pressed.person, settings, serving)
    const presentation = { request, isPrivate: true, style: settings.style, language: pressed.t.language }
    return showReply(reply, presentation, pressed.person, serving)
  },
})

/** The same reply, made otherwise and shown in its place; to the asker alone where others are to see no more of it. */
const inPlace = (request: Request, pressed: Pressed, serving: Serving): Plan => {
  const { kept, person, isPrivate } = pressed
  if (isPrivate && !kept.isPrivate) return inPrivate(asPrivateAs(true, request, serving.commands), pressed, serving)
  return {
    t: pressed.t,
    label: pressed.action,
    acknowledge: 'change',
    work: async () => {
      takeToken(request, person, serving)
      const reply = await rerunReply(request, person, await serving.settings.of(person.guild), serving)
      // The style stays what it was: Discord takes a message of cards for one ever after.
      const { style, language } = kept
      return showReply(reply, { request, isPrivate, style, language }, person, serving)
    },
  }
}

const withArgs = ({ kept: { request } }: Pressed, args: Request['args'], skip = 0): Request => ({
  ...request,
  args: { ...request.args, ...args },
  skip,
})

/** What stands around a quote. */
export const planContext = (quote: string, pressed: Pressed, serving: Serving): Plan =>
  inPrivate({ command: 'context', args: { 'quote-id': quote }, skip: 0 }, pressed, serving)

/** The quotes of an answer behind those that are shown. */
export const planMore = (pressed: Pressed, serving: Serving): Plan => {
  const { request, shown: count } = pressed.kept
  return inPrivate(withArgs(pressed, { quotes: mostQuotes }, request.skip + Math.max(1, count)), pressed, serving)
}

export const planLonger = (pressed: Pressed, serving: Serving): Plan =>
  inPlace(withArgs(pressed, { sentences: longerThan(lengthOf(pressed)) }), pressed, serving)

export const planShorter = (pressed: Pressed, serving: Serving): Plan =>
  inPlace(withArgs(pressed, { sentences: shorterThan(lengthOf(pressed)) }), pressed, serving)

const lengthOf = ({ kept: { request } }: Pressed): number => {
  const { sentences } = request.args
  return typeof sentences === 'number' ? sentences : usualSentences
}

/** Another part of the same: of a context the paragraphs around the n-th, of a list its n-th page. */
export const planGo = (pressed: Pressed, serving: Serving): Plan => {
  const { request } = pressed.kept
  const args: Request['args'] = request.command === 'context' ? { paragraph: pressed.n } : { page: pressed.n }
  return inPlace(withArgs(pressed, args), pressed, serving)
}

/** The source that was chosen from a menu. */
export const planOpen = (source: string | undefined, pressed: Pressed, serving: Serving): Plan =>
  inPrivate({ command: 'sources', subcommand: 'show', args: { source: source ?? '' }, skip: 0 }, pressed, serving)
