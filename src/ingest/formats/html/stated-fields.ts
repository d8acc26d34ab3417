import { parseHTML } from 'linkedom'
import type { Page, PageElement } from '../dom/page.ts'
import { type Entity, entitiesIn, mainEntities, typesOf, valuesOf } from './linked-data.ts'

/** What a page’s metadata says, as written; each list in the order of trust. */
export type StatedFields = {
  readonly titles: readonly string[]
  /** The fields that name writers, each with all that it names. */
  readonly authors: readonly (readonly string[])[]
  readonly published: readonly string[]
  readonly updated: readonly string[]
  /** Who publishes the page. */
  readonly sites: readonly string[]
  readonly addresses: readonly string[]
  readonly languages: readonly string[]
}

const levelled = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/**
 * @param text that may have entities and tags, since sites escape it once too often
 * @returns it as it is read, on one line
 */
export const plainText = (text: string): string => {
  if (!/[&<]/.test(text) || text.length > 2000) return levelled(text)
  const { document } = parseHTML(`<!doctype html><html><body>${text.replace(/<(?![a-z/])/gi, '&lt;')}</body></html>`)
  return levelled((document.body as unknown as PageElement).textContent)
}

const saysSomething = (text: string): boolean => /[\p{L}\p{N}]/u.test(text) && text.length <= 1000

const clean = (texts: readonly (string | null | undefined)[]): readonly string[] => [
  ...new Set(texts.flatMap((text) => (text ? [plainText(text)] : [])).filter(saysSomething)),
]

/** What `<meta>` says, by the name in small letters with dots. */
const metaOf = (page: Page): ReadonlyMap<string, readonly string[]> => {
  const values = new Map<string, string[]>()
  for (const element of page.root.querySelectorAll('meta')) {
    const content = element.getAttribute('content')
    if (content === null || content.length > 5000) continue
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv'])
      for (const name of (element.getAttribute(attribute) ?? '').toLowerCase().split(/\s+/, 5)) {
        const key = name.replace(/[:_-]/g, '.').replace(/^dcterms?\./, 'dc.')
        if (key !== '') values.set(key, [...(values.get(key) ?? []), content].slice(0, 60))
      }
  }
  return values
}

const nameOfValue = (value: string | Entity): readonly string[] => {
  if (typeof value === 'string') return [value]
  const { name } = value
  if (Array.isArray(name)) return name.filter((each) => typeof each === 'string')
  return typeof name === 'string' ? [name] : []
}

const textsOf = (entity: Entity | null, ...keys: readonly string[]): readonly string[] =>
  keys.map((key) => entity?.[key]).filter((value) => typeof value === 'string')

/** Microdata outside of `<meta>`: what an element states, or shows. */
const itemsOf = (page: Page, name: string, from: 'content' | 'text'): readonly string[] =>
  [...page.body.querySelectorAll(`[itemprop~="${name}"]`)].slice(0, 20).map((element) => {
    const stated = element.getAttribute('content') ?? element.getAttribute('datetime')
    if (from === 'content' || stated !== null) return stated ?? element.textContent
    const [inner] = element.querySelectorAll('[itemprop~="name"]')
    return inner?.getAttribute('content') ?? (inner ?? element).textContent
  })

const linkTo = (page: Page, relation: string): readonly (string | null)[] =>
  [...page.root.querySelectorAll(`link[rel~="${relation}"]`)].map((link) => link.getAttribute('href'))

/** More blocks of linked data describe other things. */
const maxScripts = 200

/** Written by browsers above what they save. */
const savedFrom =
  /<!--\s*saved from url=\(\d+\)\s*(\S{1,2000})\s*-->|^\s*<!--\s*\n?\s*Page saved with SingleFile\s*\n?\s*url:\s*(\S{1,2000})/i

/**
 * @param page a page, with nothing taken out
 * @param html its characters
 * @returns what its metadata says
 */
export const statedFields = (page: Page, html: string): StatedFields => {
  const meta = metaOf(page)
  const of = (...names: readonly string[]): readonly string[] => names.flatMap((name) => meta.get(name) ?? [])
  const saved = savedFrom.exec(html.slice(0, 5000))
  const addresses = clean([
    ...linkTo(page, 'canonical'),
    ...of('og.url'),
    saved?.[1],
    saved?.[2],
    ...of('dc.identifier', 'citation.public.url', 'twitter.url'),
  ]).filter((address) => /^https?:\/\/[^/\s]+/i.test(address))
  const scripts = [...page.root.querySelectorAll('script')].slice(0, maxScripts).map((script) => script.textContent)
  const entities = entitiesIn(scripts)
  const { article, page: own } = mainEntities(entities, addresses[0] ?? null)
  const writers = (entity: Entity | null): readonly string[] =>
    ['author', 'creator']
      .map((key) => valuesOf(entity?.[key], entities).flatMap(nameOfValue))
      .find((names) => names.length > 0) ?? []
  const publishers = [article, own].flatMap((entity) => valuesOf(entity?.['publisher'], entities).flatMap(nameOfValue))
  const site = entities.filter((entity) => typesOf(entity).includes('WebSite')).flatMap(nameOfValue)
  return {
    titles: clean([
      ...textsOf(article, 'headline', 'name'),
      ...of(
        'citation.title',
        'og.title',
        'dc.title',
        'parsely.title',
        'sailthru.title',
        'twitter.title',
        'title',
        'headline',
      ),
      ...textsOf(own, 'headline', 'name'),
    ]),
    authors: [
      writers(article),
      of('citation.author'),
      of(
        'author',
        'article.author.name',
        'dc.creator',
        'parsely.author',
        'sailthru.author',
        'byl',
        'article.author',
        'og.article.author',
        'og.author',
        'dc.contributor.author',
        'rbauthors',
        'authors',
        'dcsext.author',
        'author.name',
      ),
      writers(own),
      itemsOf(page, 'author', 'text'),
    ]
      .map(clean)
      .filter((names) => names.length > 0),
    published: clean([
      ...textsOf(article, 'datePublished', 'dateCreated', 'uploadDate'),
      ...of(
        'article.published.time',
        'article.published',
        'og.published.time',
        'og.article.published.time',
        'citation.publication.date',
        'citation.online.date',
        'citation.date',
        'dc.date.issued',
        'dc.issued',
        'dc.date.created',
        'dc.created',
        'dc.date',
        'datepublished',
        'parsely.pub.date',
        'sailthru.date',
        'pubdate',
        'publishdate',
        'publish.date',
        'publication.date',
        'publicationdate',
        'publicationtime',
        'cxenseparse.recs.publishtime',
        'published.time',
        'article.created',
        'datecreated',
        'date.created',
        'date',
        'rnews.datepublished',
        'originalpublicationdate',
        'release.date',
      ),
      ...itemsOf(page, 'datePublished', 'content'),
      ...textsOf(own, 'datePublished'),
    ]),
    updated: clean([
      ...textsOf(article, 'dateModified'),
      ...of(
        'article.modified.time',
        'og.updated.time',
        'dc.date.modified',
        'dc.modified',
        'datemodified',
        'last.modified',
        'lastmod',
        'revised',
      ),
      ...itemsOf(page, 'dateModified', 'content'),
      ...textsOf(own, 'dateModified'),
    ]),
    sites: clean([
      ...of('og.site.name'),
      ...publishers,
      ...site,
      ...of('dc.publisher', 'citation.publisher', 'publisher', 'application.name', 'citation.journal.title'),
      ...itemsOf(page, 'publisher', 'text'),
    ]),
    addresses,
    languages: clean([
      page.root.getAttribute('lang'),
      page.root.getAttribute('xml:lang'),
      ...of('content.language', 'og.locale', 'dc.language', 'language'),
    ]),
  }
}
