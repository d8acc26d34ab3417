import { anyOf } from './any-of.ts'

/** A rule for one short block on its own; patterns are anchored at the start or at both ends. */
type Rule = readonly [name: string, pattern: RegExp]

const media = 'facebook|twitter|instagram|youtube|whatsapp|telegram|linkedin|reddit|pinterest|tiktok|threads|bluesky|x'
const offer = [
  'newsletters?|mailing list|mail list|e-?mail (?:alerts?|updates?|list)|breaking news alerts?|alerts?',
  'updates|podcasts?|channel|app|community|membership|subscription|free trial|account|rss feed',
].join('|')

const number = String.raw`(?:\d+ )?`
const reply = '(?:comments?|reply|replies)'
const stories = '(?: (?:stories|articles|news|now|today))?'

/** Boilerplate of a page, by rule name; the first rule that matches counts. */
export const boilerplateRules: readonly Rule[] = [
  [
    'call-to-action',
    new RegExp(
      String.raw`^(?:please )?${anyOf(
        'join|subscribe|sign[ -]?up|register|get|receive|download|follow|support|donate|become|start|try',
      )}\b.{0,80}\b(?:${offer})\b.{0,40}$`,
      'i',
    ),
  ],
  ['call-to-action', new RegExp(`^(?:follow|like|find|join|connect with)\\b.{1,60}\\bon (?:${media})\\b.{0,30}$`, 'i')],
  [
    'call-to-action',
    new RegExp(
      `(?:^|[-–—|:!.] ?)${anyOf(
        'JOIN|SUBSCRIBE|REGISTER|SIGN UP|DONATE|DOWNLOAD|APPLY|BUY|SHOP|ORDER|CALL|CLICK',
      )}(?: (?:NOW|TODAY|HERE|FREE))[!.]?$`,
    ),
  ],
  [
    'call-to-action',
    new RegExp(
      `^${anyOf(
        'subscribe|sign up|sign in|log in|register|donate|join us|subscribe now|support us',
      )}(?: (?:now|today|here|free))?[!.]?$`,
      'i',
    ),
  ],
  ['call-to-action', /^(?:click|tap) (?:here|for|to)\b.{0,80}$/i],
  [
    'comments',
    new RegExp(
      `^${anyOf(
        `${anyOf('show|view|hide|read|see|load|post|add|leave|write')}(?: (?:all|a|your|more|the))? ${number}${reply}`,
        String.raw`comments? ?(?:\(\d+\)|are closed\.?|section)?|1 (?:comment|reply|response)|(?!1 )\d+ (?:comments|replies|responses)`,
        'join the (?:conversation|discussion)',
      )}$`,
      'i',
    ),
  ],
  [
    'share',
    new RegExp(
      `^(?:${anyOf(
        'share|tweet|pin|print|e-?mail|save|copy link|bookmark|whatsapp|facebook|twitter|linkedin|reddit',
      )}[ |,/·•]*)+(?:this)?(?: (?:article|story|page|post|link))?(?: (?:on|via) (?:${media}|e-?mail))?$`,
      'i',
    ),
  ],
  [
    'advertisement',
    new RegExp(
      `^${anyOf(
        'advertisements?|ad|sponsored(?: content| by .{1,40})?|promoted(?: content)?|paid content',
        '(?:article|story) continues (?:below|after)(?: [a-z ]{1,30})?',
        '(?:advertisement )?[-–—]? ?(?:continue reading|scroll to continue|scroll down).{0,40}',
      )}$`,
      'i',
    ),
  ],
  [
    'copyright',
    /^(?:(?:copyright\b|©|\(c\) ?(?:\d{4}|copyright)).{0,200}|(?:.{0,100} )?all rights reserved\.?.{0,100})$/i,
  ],
  [
    'credits',
    new RegExp(
      String.raw`^\(${anyOf(
        'reporting|writing|editing|additional reporting|compiled|with inputs?|photo|photographs?',
      )}\b[^()]{1,200}\)\.?$`,
      'i',
    ),
  ],
  ['credits', /^our standards: .{3,80}\bprinciples\.?$/i],
  [
    'related-link',
    new RegExp(
      String.raw`^${anyOf(
        'also read|read also|read more|see also|related(?: (?:article|story|news|link|reading))?',
        "read next|must read|more on this|watch(?: (?:now|also|more|video))?|listen|don['’]t miss",
        'recommended|in pictures|you may also like',
      )}\s*[:|»>–—-]\s*(?![^?!]*\.["'”’)]*$).{3,180}$`,
      'i',
    ),
  ],
  ['tags', /^(?:tags?|topics?|filed under|keywords?|categor(?:y|ies)|hashtags?)\s*:.{1,200}$/i],
  [
    'navigation',
    new RegExp(
      String.raw`^${anyOf(
        'back to top|skip to (?:main )?content|next (?:article|story|page|post)',
        'previous (?:article|story|page|post)|home|menu|search|read more|read full (?:article|story)',
        'continue reading|see all|view all|show more|load more',
      )}\s*[»>.…]*$`,
      'i',
    ),
  ],
  ['page-number', /^page \d{1,4}(?: of \d{1,4})?$/i],
  ['reading-time', /^\d{1,3}[- ]min(?:ute)?s?(?: read)?$/i],
]

/** The label of a list of links to other stories, such as `Related stories` or `Most read`. */
export const linkListLabel = new RegExp(
  String.raw`^${anyOf(
    'also (?:read|see|on .{1,40}|in the news)|read (?:also|more|next)',
    '(?:you )?(?:may|might) (?:also )?(?:like|be interested in)',
    'you (?:may|might) also (?:like|enjoy|be interested in)',
    `(?:most|what['’]s) ${anyOf('popular|read|viewed|shared|e-?mailed|watched|commented|discussed')}${stories}`,
    'popular(?: (?:now|today|stories|posts|articles|news))?',
    'trending(?: (?:now|today|stories|topics|news))?',
    'related(?: (?:articles?|stor(?:y|ies)|content|news|links?|topics?|posts?|coverage|reading|videos?))?',
    'recommended(?: (?:for you|stories|articles|reading|videos))?|more (?:from|on|in|like) .{1,40}',
    'more (?:stories|news|articles|headlines|top stories)|top (?:stories|news|headlines)',
    'latest(?: (?:news|stories|headlines|articles|posts))|recent (?:posts|stories|articles|news)',
    "editor['’]?s['’]? (?:picks?|choice)|what to read next|up next|read next|from around the web",
    'around the web|elsewhere on .{1,40}',
    "(?:promoted|sponsored|partner) (?:stories|links|content|posts)|don['’]t miss",
    'in case you missed it|headlines',
  )}\s*[:»>]?$`,
  'i',
)

/** The usual entries of a site's menu. */
export const menuEntry = new RegExp(
  `^${anyOf(
    'home|news|world|sports?|weather|business|politics|opinion|culture|lifestyle|science|health',
    'travel|video|about(?: us)?|contact(?: us)?|privacy(?: policy)?|terms(?: of (?:use|service))?',
    'sitemap|help|careers|advertise|newsletters?|subscribe|sign in|sign up|log in|register|search',
    'menu|blog|press(?: (?:room|releases|kit))?|newsroom|media(?: (?:room|kit|cent(?:er|re)))?|jobs|investors?(?: relations)?',
    'faqs?|support|legal(?: notice)?|cookies?(?: (?:policy|settings))?|accessibility|site map|donate|volunteer|events',
    '(?:our |executive |leadership )?team|leadership|our (?:story|work|mission)|history|who we are|what we do|get involved',
    'terms (?:and|&) conditions|rss|archives?|login|partners|testimonials|products|services|shop|my account|cart',
    'impressum|datenschutz|kontakt|startseite|über uns|agb|presse|karriere',
    'accueil|mentions légales|plan du site|qui sommes-nous|nous contacter|inicio|aviso legal|contacto',
  )}$`,
  'i',
)
