/** An object of linked data (JSON-LD). */
export type Entity = { readonly [key: string]: unknown }

const isEntity = (value: unknown): value is Entity =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const attempt = (json: string): unknown => {
  try {
    return JSON.parse(json) as unknown
  } catch {
    return undefined
  }
}

/** What sites write around and into linked data that no parser takes. */
const mended = (json: string): string =>
  json
    .replace(/^\s*(?:\/\/\s*)?<!\[CDATA\[|(?:\/\/\s*)?\]\]>\s*$/g, '')
    .replace(/^\s*(?:\/\*.{0,40}?\*\/|<!--)|(?:-->|\/\*.{0,40}?\*\/)\s*$/g, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: line breaks inside strings are what is mended
    .replace(/[\u0000-\u001f]+/g, ' ')
    .replace(/,(?=\s{0,20}[}\]])/g, '')
    .replace(/;\s*$/, '')

/** Longer scripts hold more than a page’s record. */
const maxJson = 1_000_000
const maxEntities = 5000
const maxDepth = 12

/**
 * @param scripts the linked data of a page, as written
 * @returns its objects, with those inside of others, in order; what is no JSON is left out
 */
export const entitiesIn = (scripts: readonly string[]): readonly Entity[] => {
  const entities: Entity[] = []
  const add = (value: unknown, depth: number): void => {
    if (depth > maxDepth || entities.length >= maxEntities) return
    if (Array.isArray(value)) for (const item of value) add(item, depth + 1)
    else if (isEntity(value)) {
      entities.push(value)
      for (const inner of Object.values(value)) if (typeof inner === 'object') add(inner, depth + 1)
    }
  }
  for (const script of scripts) if (script.length <= maxJson) add(attempt(script) ?? attempt(mended(script)), 0)
  return entities
}

/**
 * @param entity an object of linked data
 * @returns the names of its types, without the address of their vocabulary
 */
export const typesOf = ({ '@type': type }: Entity): readonly string[] =>
  (Array.isArray(type) ? type : [type]).flatMap((name: unknown) =>
    typeof name === 'string' ? [name.replace(/^.*[/:#]/, '')] : [],
  )

/** Texts that one reads and cites as such. */
const article = /(?:Article|Posting|Report|Review|Recipe|Book|Chapter|Thesis|CreativeWork|HowTo|Guide|QAPage)$/
/** Pages as such, whose name may be that of the article. */
const webPage = /^(?:WebPage|ItemPage|AboutPage|FAQPage|MedicalWebPage|DiscussionForumPosting)$/

const addressesOf = (entity: Entity): readonly string[] =>
  [entity['url'], entity['@id'], entity['mainEntityOfPage']].flatMap((value) => {
    const address = isEntity(value) ? (value['@id'] ?? value['url']) : value
    return typeof address === 'string' ? [address.replace(/[?#].*$/, '').replace(/\/$/, '')] : []
  })

/**
 * @param entities of a page
 * @param address of the page, if it is known
 * @returns the object that describes its text, and the page, where they are stated; a page that only lists others has none
 */
export const mainEntities = (
  entities: readonly Entity[],
  address: string | null,
): { readonly article: Entity | null; readonly page: Entity | null } => {
  const own = address?.replace(/[?#].*$/, '').replace(/\/$/, '')
  const isOwn = (entity: Entity): boolean => own !== undefined && addressesOf(entity).includes(own)
  const ofKind = (kind: RegExp): readonly Entity[] =>
    entities.filter((entity) => typesOf(entity).some((type) => kind.test(type)))
  const articles = ofKind(article).filter(
    (entity) =>
      entity['headline'] !== undefined ||
      entity['name'] !== undefined ||
      entity['author'] !== undefined ||
      entity['datePublished'] !== undefined,
  )
  const pages = ofKind(webPage)
  const headlines = new Set(articles.map((entity) => entity['headline'] ?? entity['name']))
  const only = headlines.size === 1 ? articles[0] : undefined
  return {
    article: articles.find((entity) => isOwn(entity)) ?? only ?? null,
    page: pages.find((entity) => isOwn(entity)) ?? (pages.length === 1 ? pages[0] : undefined) ?? null,
  }
}

/**
 * @param value of a field: a text, an object with a name, one that is described elsewhere, or several
 * @param entities of the page
 * @returns the objects or texts that it stands for, in order
 */
export const valuesOf = (value: unknown, entities: readonly Entity[]): readonly (string | Entity)[] => {
  if (Array.isArray(value)) return value.slice(0, 50).flatMap((item: unknown) => valuesOf(item, entities))
  if (typeof value === 'string') return [value]
  if (!isEntity(value)) return []
  const id = value['@id']
  if (value['name'] !== undefined || typeof id !== 'string') return [value]
  return [entities.find((entity) => entity['@id'] === id && entity['name'] !== undefined) ?? value]
}
