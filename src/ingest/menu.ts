/** The marks that a site's menu sets between its entries. */
const separator = /\s+[|·•>»›]\s+/

const usual =
  /^(?:home|news|world|sports?|weather|business|politics|opinion|culture|lifestyle|science|health|travel|video|about(?: us)?|contact(?: us)?|privacy(?: policy)?|terms(?: of (?:use|service))?|sitemap|help|careers|advertise|newsletters?|subscribe|sign in|sign up|log in|register|search|menu)$/i

const most = { words: 3, characters: 24 }

const entriesOf = (line: string): readonly string[] => {
  if (line.length > 240) return []
  const entries = line.split(separator).map((entry) => entry.replace(/^[|·•>»›\s]+|[|·•>»›\s]+$/g, ''))
  const short = entries.every(
    (entry) =>
      /^\p{L}[^\d.!?:;]*$/u.test(entry) &&
      !/^by\s/i.test(entry) &&
      entry.length <= most.characters &&
      entry.split(/\s+/).length <= most.words,
  )
  return short && entries.length >= 3 ? entries : []
}

/** Whether a line is laid out as a menu: three or more short entries, without numbers, between `|`, `·` or `>`. */
export const looksLikeMenu = (line: string): boolean => entriesOf(line).length > 0

/** Whether a line is a menu wherever it stands: a small table has the same layout, so two entries must be usual ones. */
export const isMenu = (line: string): boolean => entriesOf(line).filter((entry) => usual.test(entry)).length >= 2
