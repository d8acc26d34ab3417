import { type Said, said } from '../domain/said.ts'

/** What the rules that leave runs of a text out have found, by their names. */
const found: { readonly [rule: string]: Said } = {
  advertisement: said`advertisement`,
  'call-to-action': said`call to action`,
  closing: said`closing of a letter`,
  comments: said`comments`,
  copyright: said`copyright line`,
  credits: said`credits`,
  greeting: said`greeting`,
  'link-list': said`list of links`,
  'mail-header': said`header of an e-mail`,
  'mail-reply': said`introduction of an answered e-mail`,
  masthead: said`name or issue of a paper`,
  navigation: said`navigation`,
  'page-number': said`page number`,
  'photo-credit': said`credit or caption of a picture`,
  'reading-time': said`reading time`,
  'related-link': said`link to related matter`,
  'repeated-teaser': said`teaser that stands elsewhere as well`,
  'section-label': said`label of a section`,
  share: said`buttons for sharing`,
  signature: said`signature`,
  tags: said`tags`,
}

/** What a rule found in a run of a text, in words for a reader; a rule that is not known is named. */
export const ruleSaid = (rule: string): Said => found[rule] ?? said`rule “${rule}”`
