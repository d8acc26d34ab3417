import type { AddingProgress, GivenFile } from '../../../domain/curation.ts'
import { QuothError } from '../../../domain/error.ts'
import type { GuildSettings } from '../../../domain/guild-settings.ts'
import { type Translator, translatorFor } from '../../../i18n/say.ts'
import { keepRequest, type Pressed, showReply } from '../kept-reply.ts'
import { fileForm } from '../message/form.ts'
import { neutraliseLine } from '../message/neutralise.ts'
import { expectedErrorMessage, noticeMessage } from '../message/notice.ts'
import type { OutgoingMessage } from '../message/view.ts'
import { type Person, translatorTo } from '../person.ts'
import { noticePlan, type Plan } from '../plan.ts'
import { type Request, runRequest, tryAcceptRequest } from '../request.ts'
import type { Services } from '../services.ts'
import { customId } from './buttons.ts'

/** How far adding has come, in the place of the reply that follows. */
export const addingMessage = ({ done, of, name, stage, pages }: AddingProgress, t: Translator): OutgoingMessage => {
  const shown = neutraliseLine(name, 100)
  const step = {
    fetching: t`Fetching ${shown} …`,
    reading: pages === undefined ? t`Reading ${shown} …` : t`Reading ${shown}: ${pages.read} of ${pages.of} pages …`,
    indexing: t`Indexing ${shown} …`,
  }[stage]
  return noticeMessage(of === 1 ? step : `${t`File ${done + 1} of ${of}.`} ${step}`)
}

/** The name of the form's field. */
export const filesField = 'files'

/** Opens a form that takes files, for a command that was given none. */
export const planFileForm = async (
  request: Request,
  { title, label }: { readonly title: string; readonly label: string },
  person: Person,
  settings: GuildSettings,
  services: Services,
): Promise<Plan> => {
  const t = translatorTo(person, settings, true)
  const reply = await keepRequest(request, { style: settings.style, language: t.language }, person, services)
  return {
    t,
    label: request.command,
    acknowledge: 'form',
    form: fileForm({
      id: customId({ action: 'files', reply, n: 0 }),
      title: t.of({ key: title, values: [] }),
      field: filesField,
      label: t.of({ key: label, values: [] }),
    }),
  }
}

/** Runs the request that a form for files was opened for, with the files. */
export const planFiles = (files: readonly GivenFile[], pressed: Pressed, services: Services): Plan => {
  const { kept, person } = pressed
  const accepted = tryAcceptRequest(kept.request, person, services)
  const t = translatorFor(kept.language)
  if (accepted instanceof QuothError) return noticePlan(t, pressed.action, expectedErrorMessage(t, accepted))
  return {
    t,
    label: pressed.action,
    acknowledge: 'private',
    isLong: true,
    work: async (show) => {
      const settings = await services.settings.of(person.guild)
      const onProgress = (progress: AddingProgress): void => show(addingMessage(progress, t))
      const reply = await runRequest(accepted, { person, settings, isPrivate: true, files, onProgress }, services)
      const presentation = { isPrivate: true, style: settings.style, language: t.language }
      return showReply(reply, { request: accepted.request, ...presentation }, person, services)
    },
  }
}
