import type { Block } from './block.ts'
import { isHeadline, isMenu, isProse, wordCount } from './line-kinds.ts'

/** A rule reads one short block by itself. Patterns are of the trade's usual phrases, anchored at both ends or the start. */
type Rule = readonly [name: string, pattern: RegExp]

const media = 'facebook|twitter|instagram|youtube|whatsapp|telegram|linkedin|reddit|pinterest|tiktok|threads|bluesky|x'
const offer =
  'newsletters?|mailing list|mail list|e-?mail (?:alerts?|updates?|list)|breaking news alerts?|alerts?|updates|podcasts?|channel|app|community|membership|subscription|free trial|account|rss feed'

const rules: readonly Rule[] = [
  [
    'call-to-action',
    new RegExp(
      `^(?:please )?(?:join|subscribe|sign[ -]?up|register|get|receive|download|follow|support|donate|become|start|try)\\b.{0,80}\\b(?:${offer})\\b.{0,40}$`,
      'i',
    ),
  ],
  ['call-to-action', new RegExp(`^(?:follow|like|find|join|connect with)\\b.{1,60}\\bon (?:${media})\\b.{0,30}$`, 'i')],
  [
    'call-to-action',
    /(?:^|[-–—|:!.] ?)(?:JOIN|SUBSCRIBE|REGISTER|SIGN UP|DONATE|DOWNLOAD|APPLY|BUY|SHOP|ORDER|CALL|CLICK)(?: (?:NOW|TODAY|HERE|FREE))[!.]?$/,
  ],
  [
    'call-to-action',
    /^(?:subscribe|sign up|sign in|log in|register|donate|join us|subscribe now|support us)(?: (?:now|today|here|free))?[!.]?$/i,
  ],
  ['call-to-action', /^(?:click|tap) (?:here|for|to)\b.{0,80}$/i],
  [
    'comments',
    /^(?:(?:show|view|hide|read|see|load|post|add|leave|write)(?: (?:all|a|your|more|the))? (?:\d+ )?(?:comments?|reply|replies)|comments? ?(?:\(\d+\)|are closed\.?|section)?|\d+ (?:comments?|replies|responses?)|join the (?:conversation|discussion))$/i,
  ],
  [
    'share',
    new RegExp(
      `^(?:(?:share|tweet|pin|print|e-?mail|save|copy link|bookmark|whatsapp|facebook|twitter|linkedin|reddit)[ |,/·•]*)+(?:this)?(?: (?:article|story|page|post|link))?(?: (?:on|via) (?:${media}|e-?mail))?$`,
      'i',
    ),
  ],
  [
    'advertisement',
    /^(?:advertisements?|ad|sponsored(?: content| by .{1,40})?|promoted(?: content)?|paid content|(?:article|story) continues (?:below|after)(?: [a-z ]{1,30})?|(?:advertisement )?[-–—]? ?(?:continue reading|scroll to continue|scroll down).{0,40})$/i,
  ],
  [
    'copyright',
    /^(?:(?:copyright\b|©|\(c\) ?(?:\d{4}|copyright)).{0,200}|(?:.{0,100} )?all rights reserved\.?.{0,100})$/i,
  ],
  [
    'credits',
    /^\((?:reporting|writing|editing|additional reporting|compiled|with inputs?|photo|photographs?)\b[^()]{1,200}\)\.?$/i,
  ],
  ['credits', /^our standards: .{3,80}\bprinciples\.?$/i],
  [
    'related-link',
    /^(?:also read|read also|read more|see also|related(?: (?:article|story|news|link|reading))?|read next|must read|more on this|watch(?: (?:now|also|more|video))?|listen|don['’]t miss|recommended|in pictures|you may also like)\s*[:|»>–—-]\s*(?![^?!]*\.["'”’)]*$).{3,180}$/i,
  ],
  ['tags', /^(?:tags?|topics?|filed under|keywords?|categor(?:y|ies)|hashtags?)\s*:.{1,200}$/i],
  [
    'navigation',
    /^(?:back to top|skip to (?:main )?content|next (?:article|story|page|post)|previous (?:article|story|page|post)|home|menu|search|read more|read full (?:article|story)|continue reading|see all|view all|show more|load more)\s*[»>.…]*$/i,
  ],
  ['navigation', /^\S[^.!?]{0,40}(?:\s[>»›]\s[^.!?>»›]{1,40}){1,6}$/],
  ['page-number', /^page \d{1,4}(?: of \d{1,4})?$/i],
  ['reading-time', /^\d{1,3}[- ]min(?:ute)?s?(?: read)?$/i],
]

/** Longer blocks are paragraphs, whatever they open with. */
const mostWords = 30

/** The rule by which one block alone is not the document's own matter; null when none says so. */
export const boilerplateRule = (text: string): string | null =>
  text.length > 300 || wordCount(text) > mostWords
    ? null
    : (rules.find(([, pattern]) => pattern.test(text))?.[0] ?? (isMenu(text) ? 'navigation' : null))

const listLabel =
  /^(?:also (?:read|see|on .{1,40}|in the news)|read (?:also|more|next)|(?:you )?(?:may|might) (?:also )?(?:like|be interested in)|you (?:may|might) also (?:like|enjoy|be interested in)|(?:most|what['’]s) (?:popular|read|viewed|shared|e-?mailed|watched|commented|discussed)(?: (?:stories|articles|news|now|today))?|popular(?: (?:now|today|stories|posts|articles|news))?|trending(?: (?:now|today|stories|topics|news))?|related(?: (?:articles?|stor(?:y|ies)|content|news|links?|topics?|posts?|coverage|reading|videos?))?|recommended(?: (?:for you|stories|articles|reading|videos))?|more (?:from|on|in|like) .{1,40}|more (?:stories|news|articles|headlines|top stories)|top (?:stories|news|headlines)|latest(?: (?:news|stories|headlines|articles|posts))|recent (?:posts|stories|articles|news)|editor['’]?s['’]? (?:picks?|choice)|what to read next|up next|read next|from around the web|around the web|elsewhere on .{1,40}|(?:promoted|sponsored|partner) (?:stories|links|content|posts)|don['’]t miss|in case you missed it|headlines)\s*[:»>]?$/i

/** Whether a block is the label of a list of links to other stories, such as `Related stories` or `Most read`. */
const isLinkListLabel = (text: string): boolean => text.length <= 60 && listLabel.test(text)

/** Blocks `[from, to)` that lead to other documents. */
type LinkList = { readonly from: number; readonly to: number; readonly rule: 'link-list' | 'repeated-teaser' }

const isLink = (block: Block): boolean => isHeadline(block.text) && !isProse(block.text)

/** A teaser is told from the story that goes on by its layout: indented or marked otherwise than the body. */
const isSetApart = (block: Block, body: Block): boolean =>
  block.indent !== body.indent || (block.kind !== 'paragraph' && block.kind !== body.kind)

/** Whether headlines and teasers take turns from `from` to the end, at least twice: a list even without any layout. */
const takesTurns = (blocks: readonly Block[], from: number): boolean => {
  for (let at = from; at < blocks.length; at += 1) {
    const block = blocks[at]
    if (!block || isLink(block) !== ((at - from) % 2 === 0)) return false
  }
  return blocks.length - from >= 4
}

const endOfList = (blocks: readonly Block[], from: number, body: Block): number => {
  if (takesTurns(blocks, from)) return blocks.length
  let to = from
  for (let block = blocks[to]; block; block = blocks[to]) {
    const teaser = to > from && isSetApart(block, body)
    if (!(isLink(block) || teaser || isLinkListLabel(block.text) || boilerplateRule(block.text))) break
    to += 1
  }
  return to
}

/** A headline that stands twice in a row, once as a link and once above its teaser, apart from the body. */
const opensTeaser = (block: Block, next: Block | undefined, body: Block): boolean =>
  next?.text === block.text &&
  wordCount(block.text) >= 3 &&
  isLink(block) &&
  (isSetApart(block, body) || isSetApart(next, body))

/** The lists of links to other documents below the first paragraph, which is block `first`. */
export const findLinkLists = (blocks: readonly Block[], first: number): readonly LinkList[] => {
  const body = blocks[first]
  const lists: LinkList[] = []
  for (let at = first + 1; body && at < blocks.length; at += 1) {
    const block = blocks[at]
    if (!block) break
    const labelled = isLinkListLabel(block.text)
    if (!labelled && !opensTeaser(block, blocks[at + 1], body)) continue
    const to = endOfList(blocks, at + 1, body)
    if (to === at + 1 && to < blocks.length) continue
    lists.push({ from: at, to, rule: labelled ? 'link-list' : 'repeated-teaser' })
    at = to - 1
  }
  return lists
}
