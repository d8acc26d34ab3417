/** What stands in the place of a secret. */
const gone = '[redacted]'

/** Secrets by the place where they stand, for those that nobody can list: each interaction brings a token of its own. */
const places: readonly (readonly [RegExp, string])[] = [
  [/(\/interactions\/\d+\/)[^/\s"'?#]+/g, `$1${gone}`],
  [/(\/webhooks\/\d+\/)[^/\s"'?#]+/g, `$1${gone}`],
  [/(authorization\W{1,5})(?:(?:bot|bearer)\s+)?[^\s"',}]+/gi, `$1${gone}`],
  [/\b((?:bot|bearer) )[\w-]{20,}\.[\w.-]+/gi, `$1${gone}`],
  [/([?&](?:ex|is|hm)=)[^&\s"'#]+/g, `$1${gone}`],
]

/**
 * `text` without the given secrets, and without what its place gives away as one: the tokens in the URLs of
 * interactions and webhooks, Authorization headers, the signatures of Discord's file links.
 */
export const redact = (text: string, secrets: readonly string[]): string => {
  // A secret may have been quoted as JSON or as part of a URL on its way into the text, or lost the blanks and the `Bot`
  // that it was given with.
  const forms = secrets
    .flatMap((secret) => [secret, secret.trim().replace(/^(?:bot|bearer)\s+/i, '')])
    .filter((secret) => secret !== '')
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)])
  const listed = forms.reduce((left, form) => left.replaceAll(form, gone), text)
  return places.reduce((left, [pattern, replacement]) => left.replace(pattern, replacement), listed)
}
