/** A page as sites write it, and what it says of itself. */
export type WebPage = {
  readonly name: string
  readonly html: string
  readonly title: string | null
  readonly author: readonly string[]
  readonly issued: string | null
  readonly publisher?: string
}

/** Enough of a text to be an article. */
export const prose = `<p>The harbour board decided on Monday that the ferry will sail again in the first week of June,
once the engineers have examined the hull and the pilots have agreed on a new route around the sandbank.</p>
<p>A spokeswoman said that the repairs had cost more than the board expected, and that the town would pay for half of
them. Passengers who had bought tickets for the spring can use them until the end of the year.</p>
<p>The sandbank was first seen by a fishing boat last winter, when the ice had gone, and nobody had marked it on the
charts. The board has asked the coast guard to look at the other routes as well before the summer begins.</p>`

const deutsch = `<p>Der Gemeinderat hat am Montag beschlossen, dass die Fähre in der ersten Woche des Juni wieder fahren
soll, sobald die Ingenieure den Rumpf geprüft haben und die Lotsen sich auf eine neue Strecke geeinigt haben.</p>
<p>Eine Sprecherin sagte, die Reparatur sei teurer gewesen als erwartet, und die Stadt werde die Hälfte der Kosten
tragen. Wer für das Frühjahr Karten gekauft hat, kann sie noch bis zum Ende des Jahres benutzen.</p>
<p>Die Sandbank wurde im letzten Winter zum ersten Mal gesehen, als das Eis fort war, und niemand hatte sie bis dahin in
die Karten eingetragen. Der Rat will nun auch die anderen Strecken prüfen lassen.</p>`

const page = (head: string, body: string, lang = 'en'): string =>
  `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`
const ld = (value: object): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`
const meta = (name: string, content: string): string =>
  `<meta ${/^(?:og|article):/.test(name) ? 'property' : 'name'}="${name}" content="${content}">`
const menu = '<nav><ul><li><a href="/">Home</a><li><a href="/news">News</a><li><a href="/about">About us</a></ul></nav>'

const title = 'Ferry to sail again in June'
const titel = 'Fähre fährt im Juni wieder'

export const webPages: readonly WebPage[] = [
  {
    name: 'a newspaper with linked data',
    html: page(
      `<title>${title} | The Sorvik Courier</title>${meta('og:site_name', 'The Sorvik Courier')}${ld({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: title, author: [{ '@type': 'Person', name: 'Anna Berg' }], datePublished: '2019-05-20T23:30:00-05:00', publisher: { '@type': 'Organization', name: 'The Sorvik Courier' } })}`,
      `${menu}<article><h1>${title}</h1>${prose}</article>`,
    ),
    title,
    author: ['Anna Berg'],
    issued: '2019-05-20',
    publisher: 'The Sorvik Courier',
  },
  {
    name: 'WordPress with a graph, whose author stands apart',
    html: page(
      `<title>${title} - Harbour Notes</title><link rel="canonical" href="https://harbournotes.example.org/ferry/">${ld(
        {
          '@graph': [
            { '@type': 'WebSite', '@id': 'https://harbournotes.example.org/#website', name: 'Harbour Notes' },
            {
              '@type': 'Article',
              headline: title,
              author: { '@id': 'https://harbournotes.example.org/#/person/1' },
              datePublished: '2021-03-04T09:00:00+00:00',
              dateModified: '2022-01-01T09:00:00+00:00',
            },
            { '@type': 'Person', '@id': 'https://harbournotes.example.org/#/person/1', name: 'John Doe' },
          ],
        },
      )}`,
      `<header class="site-header"><a href="/">Harbour Notes</a></header><article class="post"><h1 class="entry-title">${title}</h1>${prose}</article><div class="sidebar"><h3>Recent Posts</h3><ul><li><a href="/x">Another story of the harbour</a></ul></div>`,
    ),
    title,
    author: ['John Doe'],
    issued: '2021-03-04',
    publisher: 'Harbour Notes',
  },
  {
    name: 'Open Graph and article tags',
    html: page(
      `<title>${title} — Courier</title>${meta('og:title', title)}${meta('og:site_name', 'Courier')}${meta('article:published_time', '2018-11-02T06:15:00Z')}${meta('article:modified_time', '2018-11-05T06:15:00Z')}${meta('article:author', 'https://www.facebook.com/annaberg')}${meta('author', 'Anna Berg')}`,
      `<h1>${title}</h1>${prose}`,
    ),
    title,
    author: ['Anna Berg'],
    issued: '2018-11-02',
    publisher: 'Courier',
  },
  {
    name: 'a journal with Highwire tags',
    html: page(
      `<title>Sandbanks and ferries | Journal of Harbours</title>${meta('citation_title', 'Sandbanks and ferries: a survey')}${meta('citation_author', 'Berg, Anna')}${meta('citation_author', 'Doe, John A.')}${meta('citation_publication_date', '2016/07/09')}${meta('citation_journal_title', 'Journal of Harbours')}`,
      `<h1>Sandbanks and ferries: a survey</h1>${prose}`,
    ),
    title: 'Sandbanks and ferries: a survey',
    author: ['Anna Berg', 'John A. Doe'],
    issued: '2016-07-09',
  },
  {
    name: 'Dublin Core',
    html: page(
      `<title>Annual report of the board</title>${meta('DC.title', 'Annual report of the board')}${meta('DC.creator', 'Jane Roe')}${meta('DC.date.issued', '2012-04-01')}${meta('DC.publisher', 'Sorvik Harbour Board')}`,
      `<h1>Annual report of the board</h1>${prose}`,
    ),
    title: 'Annual report of the board',
    author: ['Jane Roe'],
    issued: '2012-04-01',
    publisher: 'Sorvik Harbour Board',
  },
  {
    name: 'Parse.ly and Sailthru',
    html: page(
      `<title>${title}</title>${meta('parsely-title', title)}${meta('parsely-author', 'Anna Berg')}${meta('parsely-pub-date', '2017-08-09T10:00:00Z')}`,
      `<h1>${title}</h1>${prose}`,
    ),
    title,
    author: ['Anna Berg'],
    issued: '2017-08-09',
  },
  {
    name: 'microdata',
    html: page(
      `<title>${title}</title>`,
      `<div itemscope itemtype="http://schema.org/BlogPosting"><h1 itemprop="headline">${title}</h1><span itemprop="author" itemscope><span itemprop="name">Anna Berg</span></span> <time itemprop="datePublished" datetime="2015-02-03">3 Feb</time>${prose}</div>`,
    ),
    title,
    author: ['Anna Berg'],
    issued: '2015-02-03',
  },
  {
    name: 'rel=author and one time',
    html: page(
      `<title>${title} | Blog</title>`,
      `<article><h1>${title}</h1><p class="meta">by <a rel="author" href="/anna">Anna Berg</a> on <time datetime="2014-09-23T08:00">Tuesday</time></p>${prose}</article>`,
    ),
    title,
    author: ['Anna Berg'],
    issued: '2014-09-23',
  },
  {
    name: 'a date in the address alone',
    html: page(
      `<title>${title}</title><link rel="canonical" href="https://courier.example.com/2013/06/07/ferry-to-sail">`,
      `<h1>${title}</h1>${prose}`,
    ),
    title,
    author: [],
    issued: '2013-06-07',
  },
  {
    name: 'a byline and a date that only readers see',
    html: page(`<title>${title}</title>`, `<h1>${title}</h1><p>By Anna Berg</p><p>23 September 2014</p>${prose}`),
    title,
    author: ['Anna Berg'],
    issued: '2014-09-23',
  },
  {
    name: 'broken linked data: a line break in a text and a comma too many',
    html: page(
      `<title>${title} | Courier</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"${title}","description":"one
two","author":{"name":"Anna Berg",},"datePublished":"2019-05-20",}</script>`,
      `<h1>${title}</h1>${prose}`,
    ),
    title,
    author: ['Anna Berg'],
    issued: '2019-05-20',
  },
  {
    name: 'linked data in CDATA',
    html: page(
      `<title>${title}</title><script type="application/ld+json">/*<![CDATA[*/{"@type":"Article","headline":"${title}","author":"Anna Berg","datePublished":"2019-05-21"}/*]]>*/</script>`,
      `<h1>${title}</h1>${prose}`,
    ),
    title,
    author: ['Anna Berg'],
    issued: '2019-05-21',
  },
  {
    name: 'linked data that is no JSON at all',
    html: page(
      `<title>${title}</title><script type="application/ld+json">{"@type": NewsArticle</script>${meta('author', 'Anna Berg')}`,
      `<h1>${title}</h1>${prose}`,
    ),
    title,
    author: ['Anna Berg'],
    issued: null,
  },
  {
    name: 'linked data of other articles in a list',
    html: page(
      `<title>${title}</title><link rel="canonical" href="https://c.example.com/ferry">${ld([
        {
          '@type': 'NewsArticle',
          headline: 'Another one',
          url: 'https://c.example.com/other',
          author: 'Jim Poe',
          datePublished: '2001-01-01',
        },
        {
          '@type': 'NewsArticle',
          headline: title,
          url: 'https://c.example.com/ferry',
          author: 'Anna Berg',
          datePublished: '2019-05-20',
        },
      ])}`,
      `<h1>${title}</h1>${prose}`,
    ),
    title,
    author: ['Anna Berg'],
    issued: '2019-05-20',
  },
  {
    name: 'an author that is the site, an administrator or nobody',
    html: page(
      `<title>${title} | Courier</title>${meta('og:site_name', 'Courier')}${ld({ '@type': 'Article', headline: title, author: { '@type': 'Organization', name: 'Courier' }, datePublished: '2019-05-20' })}${meta('author', 'admin')}`,
      `<h1>${title}</h1>${prose}`,
    ),
    title,
    author: [],
    issued: '2019-05-20',
  },
  {
    name: 'an author that is an account',
    html: page(
      `<title>${title}</title>${meta('author', 'wp_user12')}${meta('twitter:creator', '@annaberg')}`,
      `<h1>${title}</h1>${prose}`,
    ),
    title,
    author: [],
    issued: null,
  },
  {
    name: 'staff as author, a writer in the byline',
    html: page(
      `<title>${title}</title>${meta('author', 'Courier Staff')}`,
      `<h1>${title}</h1><span class="byline">By Anna Berg and John Doe</span>${prose}`,
    ),
    title,
    author: ['Anna Berg', 'John Doe'],
    issued: null,
  },
  {
    name: 'a job behind the name',
    html: page(`<title>${title}</title>${meta('author', 'Tom Krisher, AP Auto Writer')}`, `<h1>${title}</h1>${prose}`),
    title,
    author: ['Tom Krisher'],
    issued: null,
  },
  {
    name: 'an epoch for a date',
    html: page(
      `<title>${title}</title>${meta('article:published_time', '1970-01-01T00:00:00Z')}`,
      `<h1>${title}</h1>${prose}`,
    ),
    title,
    author: [],
    issued: null,
  },
  {
    name: 'only a time of change',
    html: page(
      `<title>${title}</title>${meta('article:modified_time', '2020-02-02T12:00:00+01:00')}`,
      `<h1>${title}</h1>${prose}`,
    ),
    title,
    author: [],
    issued: '2020-02-02',
  },
  {
    name: 'a time in UTC, and the day of the place in the address',
    html: page(
      `<title>${title}</title><link rel="canonical" href="https://c.example.com/2019/05/20/ferry/">${meta('article:published_time', '2019-05-21T03:30:00Z')}`,
      `<h1>${title}</h1>${prose}`,
    ),
    title,
    author: [],
    issued: '2019-05-20',
  },
  {
    name: 'a numeric date that can be read in two ways',
    html: page(`<title>${title}</title>${meta('date', '03/04/2019')}`, `<h1>${title}</h1>${prose}`),
    title,
    author: [],
    issued: null,
  },
  {
    name: 'a German newspaper',
    html: page(
      `<title>${titel} - Sorviker Anzeiger</title>${meta('og:site_name', 'Sorviker Anzeiger')}${meta('author', 'Von Jürgen Müller')}${meta('date', '2021-06-01T10:00:00+02:00')}`,
      `${menu}<article><h1>${titel}</h1>${deutsch}</article>`,
      'de',
    ),
    title: titel,
    author: ['Jürgen Müller'],
    issued: '2021-06-01',
    publisher: 'Sorviker Anzeiger',
  },
  {
    name: 'a German blog with a date in words',
    html: page(
      `<title>${titel} › Hafenblog</title>`,
      `<h1>${titel}</h1><p>von Anna Berg</p><p>1. Juni 2021</p>${deutsch}`,
      'de-DE',
    ),
    title: titel,
    author: ['Anna Berg'],
    issued: '2021-06-01',
  },
  {
    name: 'a German authority without a writer',
    html: page(
      `<title>Hafenamt Sorvik | ${titel}</title>${meta('og:site_name', 'Hafenamt Sorvik')}${meta('DC.date', '2020-10-11')}`,
      `<header role="banner"><img alt="Wappen"></header><main><h1>${titel}</h1>${deutsch}</main><footer>Impressum Datenschutz</footer>`,
      'de',
    ),
    title: titel,
    author: [],
    issued: '2020-10-11',
    publisher: 'Hafenamt Sorvik',
  },
  {
    name: 'a press release with several headings',
    html: page(
      `<title>Acme to open a plant in Sorvik : Acme Corporation</title>${meta('og:site_name', 'Acme Corporation')}`,
      `<h1>Acme to open a plant in Sorvik</h1><p>3 May 2018</p>${prose}<h2>About Acme</h2><p>Acme makes things that people need every day, in many towns and countries of the world.</p>`,
    ),
    title: 'Acme to open a plant in Sorvik',
    author: [],
    issued: '2018-05-03',
    publisher: 'Acme Corporation',
  },
  {
    name: 'an encyclopedia',
    html: page(
      `<title>Sorvik - Wikipedia</title><link rel="canonical" href="https://en.wikipedia.org/wiki/Sorvik">`,
      `<div id="content"><h1 id="firstHeading">Sorvik</h1><div id="siteSub">From Wikipedia</div><div id="toc" class="toc"><h2>Contents</h2><ul><li>1 History</ul></div>${prose}<h2><span class="mw-headline">History</span><span class="mw-editsection">[edit]</span></h2>${prose}</div>`,
    ),
    title: 'Sorvik',
    author: [],
    issued: null,
  },
  {
    name: 'documentation with a sign beside each heading',
    html: page(
      `<title>Installing the driver — Ferry 2.0 documentation</title>`,
      `<div class="sphinxsidebar"><ul><li>Index</ul></div><div role="main"><h1>Installing the driver<a class="headerlink" href="#x">¶</a></h1>${prose}</div>`,
    ),
    title: 'Installing the driver',
    author: [],
    issued: null,
  },
  {
    name: 'a book, which is the headline of each of its pages',
    html: page(
      `<title>Closures - The Ferry Book</title>`,
      `<h1 class="menu-title">The Ferry Book</h1><main><h1><a class="header" href="#c">Closures and more</a></h1>${prose}</main>`,
    ),
    title: 'Closures',
    author: [],
    issued: null,
  },
  {
    name: 'a manual, whose chapter is a second headline',
    html: page(
      `<title>Closures | Ferry v2 Documentation</title>`,
      `<h1>Ferry v2 documentation</h1><h2>Closures <a href="#c">#</a></h2>${prose}<h3>Examples</h3>${prose}`,
    ),
    title: 'Closures',
    author: [],
    issued: null,
  },
  {
    name: 'a page by hand, without any metadata',
    html: `<html><head><title>My trip on the ferry</title></head><body><h2>My trip on the ferry</h2>${prose}</body></html>`,
    title: 'My trip on the ferry',
    author: [],
    issued: null,
  },
  {
    name: 'a page without a title',
    html: `<p>${prose}`,
    title: null,
    author: [],
    issued: null,
  },
  {
    name: 'a headline that differs from that of social media',
    html: page(
      `<title>${title}</title>${meta('og:title', 'You will not believe which ferry sails again')}`,
      `<h1>${title}</h1>${prose}`,
    ),
    title,
    author: [],
    issued: null,
  },
  {
    name: 'a site’s logo as first headline',
    html: page(
      `<title>${title} | Courier</title>${meta('og:title', title)}${meta('og:site_name', 'Courier')}`,
      `<h1><a href="/">Courier</a></h1><h1>${title}</h1>${prose}`,
    ),
    title,
    author: [],
    issued: null,
    publisher: 'Courier',
  },
  {
    name: 'a title with entities that were escaped twice',
    html: page(
      `<title>Ships &amp;amp; sandbanks</title>${meta('og:title', 'Ships &amp;amp; sandbanks')}`,
      `<h1>Ships &amp; sandbanks</h1>${prose}`,
    ),
    title: 'Ships & sandbanks',
    author: [],
    issued: null,
  },
  {
    name: 'a title with a dash of its own',
    html: page(
      `<title>Ferries - a short history | Courier</title>${meta('og:site_name', 'Courier')}`,
      `<h1>Ferries - a short history</h1>${prose}`,
    ),
    title: 'Ferries - a short history',
    author: [],
    issued: null,
  },
  {
    name: 'names in a list of linked data',
    html: page(
      `<title>${title}</title>${ld({ '@type': ['Article', 'BlogPosting'], headline: title, author: [{ name: 'Anna Berg' }, { name: 'John Doe' }, { name: 'Anna Berg' }] })}`,
      `<h1>${title}</h1>${prose}`,
    ),
    title,
    author: ['Anna Berg', 'John Doe'],
    issued: null,
  },
  {
    name: 'an agency as author',
    html: page(
      `<title>${title}</title>${ld({ '@type': 'NewsArticle', headline: title, author: { '@type': 'Organization', name: 'Associated Press' } })}`,
      `<h1>${title}</h1>${prose}`,
    ),
    title,
    author: ['Associated Press'],
    issued: null,
  },
  {
    name: 'readers’ comments with times and names of their own',
    html: page(
      `<title>${title}</title>`,
      `<article><h1>${title}</h1>${prose}</article><div id="comments"><div class="comment"><a rel="author">Jim Poe</a><time datetime="2001-01-01">1 Jan</time><p>I saw the ferry, and it was a very fine thing to see.</p></div></div>`,
    ),
    title,
    author: [],
    issued: null,
  },
  {
    name: 'Word, saved as a web page',
    html: `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15"><title>Minutes of the board</title><!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>user</o:Author></o:DocumentProperties></xml><![endif]--></head><body lang=EN-US><div class=WordSection1><h1>Minutes of the board<o:p></o:p></h1>${prose}</div></body></html>`,
    title: 'Minutes of the board',
    author: [],
    issued: null,
  },
  {
    name: 'Google Docs, saved as a web page',
    html: `<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type"><title>Minutes of the board</title></head><body class="c1 doc-content"><p class="c0 title"><span>Minutes of the board</span></p>${prose}</body></html>`,
    title: 'Minutes of the board',
    author: [],
    issued: null,
  },
  {
    name: 'Confluence',
    html: page(
      `<title>Engineering : Release plan</title>`,
      `<div id="breadcrumb-section"><ol id="breadcrumbs"><li><a href="index.html">Engineering</a></ol></div><h1 id="title-heading"><span id="title-text">Engineering : Release plan</span></h1><div class="page-metadata">Created by <span class='author'> Anna Berg</span>, last modified on Mar 04, 2021</div><div id="main-content">${prose}</div>`,
    ),
    title: 'Engineering : Release plan',
    author: ['Anna Berg'],
    issued: null,
  },
  {
    name: 'Notion',
    html: page(
      `<title>Release plan</title>`,
      `<article id="1" class="page sans"><header><h1 class="page-title">Release plan</h1></header><div class="page-body">${prose}</div></article>`,
    ),
    title: 'Release plan',
    author: [],
    issued: null,
  },
  {
    name: 'a page that a browser saved',
    html: `<!DOCTYPE html>\n<!-- saved from url=(0043)https://courier.example.com/2019/05/20/ferry/ -->\n<html><head><title>${title}</title></head><body><h1>${title}</h1>${prose}</body></html>`,
    title,
    author: [],
    issued: '2019-05-20',
  },
  {
    name: 'capitals in the names of tags, and attributes without quotation marks',
    html: `<HTML><HEAD><TITLE>${title}</TITLE><META NAME=Author CONTENT="Anna Berg"></HEAD><BODY><H1>${title}</H1>${prose}</BODY></HTML>`,
    title,
    author: ['Anna Berg'],
    issued: null,
  },
]
