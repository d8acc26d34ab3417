import type { BibliographicRecord } from '../domain/bibliography.ts'

/** Hosts that lead to the pages of others. */
const leadsAway =
  /(?:^|\.)(?:doi\.org|handle\.net|archive\.(?:org|is|ph|today)|bit\.ly|t\.co|goo\.gl|tinyurl\.com|purl\.org|jstor\.org|localhost)$/

/**
 * @param url of a document
 * @returns the host that publishes it, without `www.`; null for a number, a name without a dot, or one that leads away
 */
const hostOf = (url: string): string | null => {
  const { hostname = '' } = URL.canParse(url) ? new URL(url) : {}
  const host = hostname.replace(/^www\./, '')
  return /^[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}$/.test(host) && !leadsAway.test(host) ? host : null
}

/**
 * @param record that a document states
 * @returns it with the host of its address as its publisher, where no other is stated
 */
export const withHost = (record: BibliographicRecord): BibliographicRecord =>
  record.publisher === null && record.URL !== null ? { ...record, publisher: hostOf(record.URL) } : record
