import { Events } from 'discord.js'
import type { Loopback } from '../../packages/preview/src/loopback/loopback.ts'
import { type botFor, loggedIn } from './loopback-bot.ts'
import { startPatientLoopback } from './patient-loopback.ts'

/**
 * The answer of the REST API: `errors` names the fields at fault as paths, each with its code, such as `data.content
 * BASE_TYPE_BAD_LENGTH`.
 */
export type ApiAnswer = {
  readonly status: number
  readonly code: number | undefined
  readonly errors: readonly string[]
}

const leaves = (tree: unknown, path: string): string[] =>
  typeof tree !== 'object' || tree === null
    ? []
    : Object.entries(tree).flatMap(([key, inner]) =>
        key === '_errors'
          ? (inner as { code: string }[]).map(({ code }) => `${path} ${code}`)
          : leaves(inner, path === '' ? key : `${path}.${key}`),
      )

/** Sends JSON as it stands, past every check of a library. */
export const callApi = async (loopback: Loopback, method: string, path: string, body: unknown): Promise<ApiAnswer> => {
  const response = await fetch(`${loopback.api}/v10${path}`, {
    method,
    headers: { 'content-type': 'application/json', authorization: `Bot ${loopback.token}` },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const text = await response.text()
  const answer = (text === '' ? {} : JSON.parse(text)) as { code?: number; errors?: unknown }
  return { status: response.status, code: answer.code, errors: leaves(answer.errors, '') }
}

/** The id and token that the bot gets with the interaction that `act` begins. */
export const secretsOf = async ({ client }: ReturnType<typeof botFor>, act: () => void) => {
  const received = new Promise<{ readonly id: string; readonly token: string }>((resolve) =>
    client.once(Events.InteractionCreate, resolve),
  )
  act()
  const { id, token } = await received
  return { id, token }
}

/** A loopback Discord with a bot and one command `/ask`, which `respond` sends and answers with one message. */
export const startResponder = async () => {
  const loopback = await startPatientLoopback()
  const bot = await loggedIn(loopback)
  const commands = `/applications/${loopback.applicationId}/commands`
  await callApi(loopback, 'PUT', commands, [{ name: 'ask', description: 'Ask' }])
  const ask = () => secretsOf(bot, () => loopback.invoke({ command: 'ask' }))
  const callback = ({ id, token }: Awaited<ReturnType<typeof ask>>, body: object) =>
    callApi(loopback, 'POST', `/interactions/${id}/${token}/callback`, body)
  return {
    loopback,
    ask,
    callback,
    respond: async (data: object) => callback(await ask(), { type: 4, data }),
    /** Answers with `first` and edits that to `edit`; the answer to the edit. */
    edit: async (first: object, edit: object) => {
      const secrets = await ask()
      await callback(secrets, { type: 4, data: first })
      const original = `/webhooks/${loopback.applicationId}/${secrets.token}/messages/@original`
      return callApi(loopback, 'PATCH', original, edit)
    },
    close: async () => {
      await bot.client.destroy()
      await loopback.close()
    },
  }
}
