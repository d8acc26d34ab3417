import { z } from 'zod'
import { issue } from './form.ts'
import { snowflake } from './text.ts'

const ids = z.array(snowflake).max(100).optional()

/** Who a message may ping: whole kinds (`parse`) or named ones, never both for the same kind. */
export const allowedMentions = z
  .object({
    parse: z.array(z.literal(['roles', 'users', 'everyone'])).optional(),
    users: ids,
    roles: ids,
    replied_user: z.boolean().optional(),
  })
  .superRefine(({ parse = [], users = [], roles = [] }, context) => {
    for (const [kind, named] of [
      ['users', users],
      ['roles', roles],
    ] as const)
      if (parse.includes(kind) && named.length > 0)
        context.addIssue(
          issue('MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', `parse:["${kind}"] and ${kind}: [ids...] are exclusive.`, [
            kind,
          ]),
        )
  })

export type AllowedMentions = z.infer<typeof allowedMentions>

const mention = /<@(?<user>!?\d+)>|<@&(?<role>\d+)>|@(?:everyone|here)/g

/**
 * The mentions in `shown` that would ping. Escaped ones count as well: whether Discord's server heeds a backslash is not
 * documented. Without `allowed`, a response to an interaction pings users alone.
 */
export const pingsOf = (shown: string, allowed: AllowedMentions | null | undefined): string[] => {
  const { parse = [], users = [], roles = [] } = allowed ?? { parse: ['users'] }
  return [...shown.matchAll(mention)].flatMap(({ 0: found, groups }) => {
    const user = groups?.['user']?.replace('!', '')
    const role = groups?.['role']
    if (user !== undefined) return parse.includes('users') || users.includes(user) ? [found] : []
    if (role !== undefined) return parse.includes('roles') || roles.includes(role) ? [found] : []
    return parse.includes('everyone') ? [found] : []
  })
}
