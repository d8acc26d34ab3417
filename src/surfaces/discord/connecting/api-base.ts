/** The option of discord.js for another REST base than Discord's own: it must be absent, not undefined, where there is none. */
export const apiBase = (api: string | undefined): { readonly api?: string } => (api === undefined ? {} : { api })
