const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/** Words that mark a name wherever they stand in it. */
const anywhere =
  words(`addthis addtoany borlabs breadcrumb breadcrumbs brotkrumen brotkrume catlinks cmplz didomi editsection
  headerlink heateor jetpack-related navbox newsletter newsletters onetrust outbrain paywall permalink printfooter
  recirc recirculation regwall shariff sharedaddy sharethis sistersitebox sphinxsidebar taboola usercentrics vjs yarpp
  zergnet`)

/** Names that say it by themselves. */
const alone = words(`advertorial also-read anchor-link anchorlink about-author about-the-author aboutauthor author-box
  authorbox back-to-top backtotop bio-box cat-links cc-window edit-link edit-page edit-section editlink entry-footer
  entry-utility ez-toc-container follow-us global-footer global-header global-nav hash-link header-anchor hidden-print
  jp-relatedposts jump-to-nav like-box likebox main-menu main-nav main-navigation masthead-nav mega-menu mobile-menu
  mobile-nav modal more-on mw-editsection mw-empty-elt mw-indicators mw-jump-link nav nav-above nav-below nav-links
  nav-single navbar navigation next-article noprint page-footer pager pagination paging playlist popover popup
  post-meta-bottom post-nav post-navigation post-tags postmetadata prev-next print-button print-link print-only
  promo read-also read-more read-next readmore rst-versions scroll-to-top side-bar side-nav sidebar sidenav site-footer
  site-header site-menu site-nav site-navigation sitefooter siteheader sitenav sitesub site-sub skip-link skip-links skiplink
  skip-to-content skip-to-main star-rating tag-links tag-list tagcloud tags tags-links toast toc toc-container tocbox
  table-of-contents tooltip top-bar top-menu top-nav topbar topnav video-player videoplayer wy-nav-side widget-area
  you-may-also-like`)

/** First words of names whose other words are `parts`: `social-share-bar`, but not `shareholders` or `share-price`. */
const families =
  words(`ad ads adsense advert advertisement advertisements advertising adverts anzeige anzeigen commercial
  consent cookie cookiebanner cookies dfp dsgvo gdpr promoted publicidad publicite related share sharing social
  socials sponsored teilen werbung`)
const parts = words(`area article articles bar bars block body bookmarks bottom box btn button buttons card cards column
  container content cta desktop follow footer group header heading holder icon icons image info inline inner item items
  kit label law layer leaderboard left link links list media message middle mobile module modal mpu news notice outer
  overlay placeholder placement policy popup post posts rectangle right row section share sharing sidebar skyscraper
  slot social space sticky stories story text this title toolbar tools toolbox top topics unit video videos widget
  wrap wrapper zone`)

/** Pairs of neighbouring words: which other pages, of which kind. */
const others = words(`also latest more most next other popular prev previous promoted recent recommended related similar
  suggested top trending weitere aehnliche`)
const pages = words(`articles commented content coverage entries headlines links news popular post posts products read
  reading reads shared stories story topics videos viewed artikel beitraege`)

const pairs = words(`author-bio author-info author-card author-about author-profile author-description author-biography
  author-box cookie-banner cookie-bar cookie-notice cookie-consent consent-banner privacy-banner email-signup newsletter-signup
  post-share post-sharing article-share article-social entry-share story-share page-share content-share post-social
  share-buttons share-bar share-links share-tools social-share social-links social-icons sign-up
  post-tags article-tags entry-tags story-tags tag-list subscribe-box subscribe-form subscribe-cta subscription-box
  signup-form signup-box post-navigation article-navigation post-pagination article-pagination bio-box
  video-playlist gallery-nav gallery-controls slideshow-controls carousel-controls image-credit-toggle`)

/** Where readers of a page answer it. */
const commentNames = words(`comment-list comment-respond comment-form comments comments-area comments-block comments-box
  comments-container comments-list comments-section comments-thread comments-wrap comments-wrapper commentlist
  disqus disqus-thread fb-comments kommentar-bereich kommentarbereich kommentare kommentarliste pingbacks reader-comments
  respond trackbacks comentarios commentaires hypercomments livefyre discussion-area`)

/** `relatedPosts`, `related_posts` and `related-posts` as `related`, `posts`. */
const wordsOf = (name: string): readonly string[] =>
  name
    .replace(/(?<=[a-z])(?=[A-Z])/g, '-')
    .toLowerCase()
    .split(/[-_:]+/)
    .filter((word) => word !== '')

/** What a class or an id says of an element: nothing, that it is no part of the text, or that readers answer in it. */
type NameKind = 'none' | 'furniture' | 'comments'

const kindOfName = (name: string): NameKind => {
  const own = wordsOf(name)
  const whole = own.join('-')
  if (commentNames.has(whole)) return 'comments'
  const [first = ''] = own
  const isFamily = families.has(first) && own.slice(1).every((word) => parts.has(word) || /^\d+$/.test(word))
  const isPair = own.some((word, at) => {
    const next = own[at + 1] ?? ''
    return pairs.has(`${word}-${next}`) || (others.has(word) && pages.has(next))
  })
  return isFamily || isPair || alone.has(whole) || own.some((word) => anywhere.has(word)) ? 'furniture' : 'none'
}

/** Longer names are made by programs. */
const maxName = 60
const maxNames = 40
const known = new Map<string, NameKind>()

/**
 * @param names classes and ids, divided by white space
 * @returns what they say of their element
 */
export const kindOfNames = (names: string): NameKind => {
  if (names === ' ' || names.length > maxNames * maxName) return 'none'
  let kind: NameKind = 'none'
  for (const name of names.split(/\s+/, maxNames)) {
    if (name.length === 0 || name.length > maxName) continue
    let own = known.get(name)
    if (own === undefined) {
      own = kindOfName(name)
      if (known.size < 20_000) known.set(name, own)
    }
    if (own === 'comments') return own
    if (own === 'furniture') kind = own
  }
  return kind
}
