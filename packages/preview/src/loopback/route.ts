import type { RequestBody } from './request-body.ts'

/** What a route is called where a test names it. */
export type RouteName =
  | 'gateway'
  | 'current-user'
  | 'current-application'
  | 'list-commands'
  | 'replace-commands'
  | 'create-command'
  | 'delete-command'
  | 'callback'
  | 'follow-up'
  | 'get-message'
  | 'edit-message'
  | 'delete-message'
  | 'send-message'
  | 'open-direct-messages'
  | 'get-member'

export type RestRequest = RequestBody & {
  /** The parts of the path that a route's `:name`s stand for, decoded. */
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
}
/** A body that is undefined means 204. */
export type RestResponse = { readonly status: number; readonly body?: unknown }

export type Route = {
  readonly name: RouteName
  readonly method: string
  /** Such as `/webhooks/:application/:token`, after the version. */
  readonly path: string
  /** Whether the bot's token must be shown; interaction tokens stand in the path instead. */
  readonly needsToken: boolean
  /** @throws ApiError for what Discord refuses */
  handle(request: RestRequest): RestResponse
}

const decoded = (part: string): string | null => {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

/** The parameters of `path` when it fits `template`, else null. */
export const matchPath = (template: string, path: string): Readonly<Record<string, string>> | null => {
  const wanted = template.split('/')
  const parts = path.split('/')
  if (wanted.length !== parts.length) return null
  const params: Record<string, string> = {}
  for (const [place, part] of parts.entries()) {
    const name = wanted[place] ?? ''
    const value = decoded(part)
    if (name.startsWith(':') && value !== null) params[name.slice(1)] = value
    else if (name !== part) return null
  }
  return params
}
