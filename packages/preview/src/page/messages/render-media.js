// @ts-check
import { element } from '../element.js'
import { outsideLink } from '../markdown/render-markdown.js'
/** @import { PreviewFile } from '../../protocol.ts' */

/**
 * An attached picture, or a link to one elsewhere: the preview asks no other server for anything.
 * @param {string} url @param {string} description @param {readonly PreviewFile[]} files
 */
export const renderMedia = (url, description, files) => {
  const name = url.replace('attachment://', '')
  const file = files.find((candidate) => candidate.name === name)
  if (file !== undefined) return element('img', { class: 'media', src: file.url, alt: description })
  return element(
    'p',
    { class: 'media subtext' },
    'Picture: ',
    /^https?:\/\//.test(url) ? outsideLink(url, [description || url]) : name,
  )
}
