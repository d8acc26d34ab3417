import { type Message, msg } from '../domain/message.ts'

/** What the rules that leave runs of a text out have found, by their names. */
const found: { readonly [rule: string]: Message } = {
  advertisement: msg`advertisement`,
  'call-to-action': msg`call to action`,
  'chat-event': msg`line of a chat or caption program`,
  closing: msg`sign-off`,
  code: msg`code of a page or template`,
  columns: msg`columns side by side`,
  comments: msg`comments`,
  contents: msg`table of contents`,
  copyright: msg`copyright notice`,
  contact: msg`whom to contact`,
  credits: msg`credits`,
  disclaimer: msg`disclaimer`,
  edition: msg`notice on the edition`,
  greeting: msg`greeting`,
  link: msg`link that stands alone`,
  'link-list': msg`list of links`,
  'mail-header': msg`email header`,
  'mail-list': msg`footer of a mailing list`,
  'mail-quote': msg`quoted email`,
  'mail-reply': msg`introduction to a quoted email`,
  masthead: msg`newspaper masthead`,
  navigation: msg`navigation`,
  'page-head': msg`head or foot of a page`,
  'page-number': msg`page number`,
  'page-title': msg`title of the page`,
  'photo-credit': msg`picture caption or credit`,
  picture: msg`picture that is not here`,
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
