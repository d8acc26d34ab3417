import { type Message, msg } from '../domain/message.ts'

/** What the rules that leave runs of a text out have found, by their names. */
const found: { readonly [rule: string]: Message } = {
  advertisement: msg`advertisement`,
  'call-to-action': msg`call to action`,
  closing: msg`closing of a letter`,
  comments: msg`comments`,
  copyright: msg`copyright line`,
  credits: msg`credits`,
  greeting: msg`greeting`,
  'link-list': msg`list of links`,
  'mail-header': msg`header of an e-mail`,
  'mail-reply': msg`introduction of an answered e-mail`,
  masthead: msg`name or issue of a paper`,
  navigation: msg`navigation`,
  'page-number': msg`page number`,
  'photo-credit': msg`credit or caption of a picture`,
  'reading-time': msg`reading time`,
  'related-link': msg`link to related matter`,
  'repeated-teaser': msg`teaser that stands elsewhere as well`,
  'section-label': msg`label of a section`,
  share: msg`buttons for sharing`,
  signature: msg`signature`,
  tags: msg`tags`,
}

/** What a rule found in a run of a text, in words for a reader; a rule that is not known is named. */
export const ruleMessage = (rule: string): Message => found[rule] ?? msg`rule “${rule}”`
