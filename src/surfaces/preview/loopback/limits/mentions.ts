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

/** Whom a message pings that does not say: a response to an interaction users alone, one sent into a channel everybody. */
export const parseUsers: AllowedMentions = { parse: ['users'] }
export const parseAll: AllowedMentions = { parse: ['roles', 'users', 'everyone'] }

/**
 * The mentions in `shown` that would ping. Escaped ones count as well: whether Discord's server heeds a backslash is not
 * documented; so does `@everyone` of those who may not use it.
 */
export const pingsOf = (shown: string, { parse = [], users = [], roles = [] }: AllowedMentions): string[] => {
  return [...shown.matchAll(mention)].flatMap(({ 0: found, groups }) => {
    const user = groups?.['user']?.replace('!', '')
    const role = groups?.['role']
    if (user !== undefined) return parse.includes('users') || users.includes(user) ? [found] : []
    if (role !== undefined) return parse.includes('roles') || roles.includes(role) ? [found] : []
    return parse.includes('everyone') ? [found] : []
  })
}
