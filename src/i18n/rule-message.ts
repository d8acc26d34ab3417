import { type Message, msg } from '../domain/message.ts'

/** What the rules that leave runs of a text out have found, by their names. */
const found: { readonly [rule: string]: Message } = {
  advertisement: msg`advertisement`,
  'call-to-action': msg`call to action`,
  closing: msg`sign-off`,
  comments: msg`comments`,
  copyright: msg`copyright notice`,
  contact: msg`whom to contact`,
  credits: msg`credits`,
  edition: msg`notice on the edition`,
  greeting: msg`greeting`,
  'link-list': msg`list of links`,
  'mail-header': msg`email header`,
  'mail-reply': msg`introduction to a quoted email`,
  masthead: msg`newspaper masthead`,
  navigation: msg`navigation`,
  'page-number': msg`page number`,
  'page-title': msg`title of the page`,
  'photo-credit': msg`picture caption or credit`,
  'reading-time': msg`reading time`,
  'related-link': msg`link to a related story`,
  release: msg`label of a press release`,
  'repeated-teaser': msg`repeated teaser`,
  'section-label': msg`section label`,
  share: msg`share buttons`,
  signature: msg`signature`,
  tags: msg`tags`,
}

/** What a rule found in a run of a text, in words for a reader; a rule that is not known is named. */
export const ruleMessage = (rule: string): Message => found[rule] ?? msg`rule “${rule}”`
