import { Events } from 'discord.js'
import type { Loopback } from '../../src/surfaces/preview/loopback/loopback.ts'
import type { botFor } from './loopback-bot.ts'

/** The answer of the REST API: `errors` names the fields at fault as paths, each with its code, such as `data.content BASE_TYPE_BAD_LENGTH`. */
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
