import type { Span } from '../domain/span.ts'

const attribute = /(?:[.#][\w-][\w:.-]{0,80}|[\w-]{1,40}=(?:"[^"{}\n]{0,200}"|[^\s{}"]{1,100}))/.source

/** What programs that make pages put into Markdown, and what it does not know as its own. */
const code = [
  // {{< figure src="a.png" >}} {{% notice %}} {% include menu.html %}
  /\{\{[<%][^{}\n]{0,500}[%>]\}\}|\{%[^{}\n]{0,500}%\}/.source,
  // {.page_break_before} {#hours .big} {: .note} {width=50%}
  `\\{:?[ \\t]*${attribute}(?:[ \\t]+${attribute}){0,12}[ \\t]*\\}`,
  // ::: warning, :::, !!! note, [!NOTE]
  /^[ \t>]*(?::{3,}[ \t]*[\w-]*|(?:!!!|\?\?\?\+?)[ \t]+\w+|\[![A-Za-z]{2,20}\][+-]?)/.source,
  // ![[picture.png]] [[Page|words]] [[words]]
  /!\[\[[^[\]\n]{1,400}\]\]|\[\[(?:[^[\]|\n]{1,200}\|)?(?=[^[\]|\n]{1,200}\]\])|(?<=\[\[[^[\]\n]{1,400})\]\]/.source,
  // \*
  /\\(?=[!-/:-@[-`{-~])/.source,
].join('|')

/** Only what opens with one of these can be any. */
const opening = /[{[!?:\\]/

/** A tag of HTML, whose attributes may hold `>`; or a comment. */
const tag = `</?[A-Za-z][^<>"']{0,500}(?:(?:"[^"]{0,500}"|'[^']{0,500}')[^<>"']{0,500}){0,20}>|<!--[^]{0,2000}?-->`

/**
 * @returns the pattern of tags and comments of HTML
 */
export const htmlTags = (): RegExp => new RegExp(`${tag}|<[^<>]*>`, 'g')

/**
 * @returns the pattern of what stands between words: tags one by one, other marks up to white space
 */
export const marksBetween = (): RegExp => new RegExp(`${tag}|<[^<>\\s][^<>]*>|\\S+`, 'g')

/**
 * @param text Markdown
 * @param span a stretch of running text in it
 * @returns the parts of the span that are code of page makers, in order
 */
export const codeIn = (text: string, span: Span): readonly Span[] => {
  const raw = text.slice(span.start, span.end)
  if (!opening.test(raw)) return []
  return [...raw.matchAll(new RegExp(code, 'gm'))].map(({ 0: found, index }) => ({
    start: span.start + index,
    end: span.start + index + found.length,
  }))
}
