import { maxQuotes } from '../../../domain/guild-settings.ts'
import { defaultSentences, maxSentences } from '../../../domain/summary.ts'
import { type Pressed, showReply } from '../kept-reply.ts'
import type { Plan } from '../plan.ts'
import { acceptRequest, type Request, rerunRequest, withPrivacy } from '../request.ts'
import type { Services } from '../services.ts'

/** Lengths of a summary, in sentences, from one to the next. */
const lengths = [1, 2, 3, 4, 6, 9, 13, maxSentences] as const

const longerThan = (length: number): number => lengths.find((each) => each > length) ?? length
const shorterThan = (length: number): number => lengths.findLast((each) => each < length) ?? length

/**
 * A new reply for the asker alone.
 * @param options `madePrivate`: whether the request, which was public, is private from now on; `goesOn`: whether it
 *   continues what was shown, and so quotes the same sources
 */
const inPrivate = (
  request: Request,
  pressed: Pressed,
  services: Services,
  { madePrivate = false, goesOn = false }: { readonly madePrivate?: boolean; readonly goesOn?: boolean } = {},
): Plan => ({
  t: pressed.t,
  label: pressed.action,
  acknowledge: 'private',
  work: async () => {
    const { person, t } = pressed
    const settings = await services.settings.of(person.guild)
    const accepted = acceptRequest(request, person, services)
    const checked = madePrivate ? withPrivacy(accepted, true) : accepted
    const isPrivate = !goesOn || pressed.kept.isPrivate
    const reply = await rerunRequest(checked, { person, settings, isPrivate }, services)
    const presentation = { isPrivate: true, style: settings.style, language: t.language }
    return showReply(reply, { request: checked.request, ...presentation }, person, services)
  },
})

/** The same reply, changed, in its place; or a new one for the asker alone, if others may see no more of it. */
const inPlace = (request: Request, pressed: Pressed, services: Services): Plan => {
  const { kept, person, isPrivate } = pressed
  if (isPrivate && !kept.isPrivate) return inPrivate(request, pressed, services, { madePrivate: true })
  return {
    t: pressed.t,
    label: pressed.action,
    acknowledge: 'change',
    work: async () => {
      const checked = acceptRequest(request, person, services)
      const settings = await services.settings.of(person.guild)
      const reply = await rerunRequest(checked, { person, settings, isPrivate }, services)
      // The style cannot change: a message sent with Components V2 keeps them.
      const { style, language } = kept
      return showReply(reply, { request, isPrivate, style, language }, person, services)
    },
  }
}

const withArgs = ({ kept: { request } }: Pressed, args: Request['args'], skip = 0): Request => ({
  ...request,
  args: { ...request.args, ...args },
  skip,
})

/** The text around a quote. */
export const planContext = (quote: string, pressed: Pressed, services: Services): Plan =>
  inPrivate({ command: 'context', args: { 'quote-id': quote }, skip: 0 }, pressed, services)

/** The quotes of an answer after those that are shown. */
export const planMore = (pressed: Pressed, services: Services): Plan => {
  const { request, shown: count } = pressed.kept
  const skip = request.skip + Math.max(1, count)
  return inPrivate(withArgs(pressed, { quotes: maxQuotes }, skip), pressed, services, { goesOn: true })
}

export const planLonger = (pressed: Pressed, services: Services): Plan =>
  inPlace(withArgs(pressed, { sentences: longerThan(lengthOf(pressed)) }), pressed, services)

export const planShorter = (pressed: Pressed, services: Services): Plan =>
  inPlace(withArgs(pressed, { sentences: shorterThan(lengthOf(pressed)) }), pressed, services)

const lengthOf = ({ kept: { request } }: Pressed): number => {
  const { sentences } = request.args
  return typeof sentences === 'number' ? sentences : defaultSentences
}

/** Another page: of a context, the paragraphs around the n-th; of a list, its n-th page. */
export const planPage = (pressed: Pressed, services: Services): Plan => {
  const { request } = pressed.kept
  const args: Request['args'] = request.command === 'context' ? { paragraph: pressed.n } : { page: pressed.n }
  return inPlace(withArgs(pressed, args), pressed, services)
}

/** The source that was chosen from a menu. */
export const planOpen = (source: string | undefined, pressed: Pressed, services: Services): Plan =>
  inPrivate({ command: 'sources', subcommand: 'show', args: { source: source ?? '' }, skip: 0 }, pressed, services)
