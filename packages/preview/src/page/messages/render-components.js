// @ts-check
import { whileBusy } from '../controls/busy.js'
import { createSelectOf } from '../controls/select-of.js'
import { element, icon } from '../element.js'
import { sizeShown } from '../files.js'
import { outsideLink, renderMarkdown } from '../markdown/render-markdown.js'
import { renderMedia } from './render-media.js'

/** @import { APIActionRowComponent, APIButtonComponent, APIComponentInMessageActionRow, APIContainerComponent,
 *   APIFileComponent, APIMediaGalleryComponent, APISectionComponent, APISelectMenuComponent, APISeparatorComponent,
 *   APITextDisplayComponent, APIThumbnailComponent } from 'discord-api-types/v10' */
/** @import { Choosable, PreviewFile, SentComponent } from '../../protocol.ts' */

/**
 * What a component needs to know of its message. `press` tells the bot that a component was used, and is done when the
 * bot responded or did not.
 * @typedef {{ files: readonly PreviewFile[], names: Readonly<Record<string, string>>, choosable: Choosable, press:
 * (customId: string, values?: readonly string[]) => Promise<void> }} MessageContext
 */

/** Discord's names of the button styles, by their numbers. @type {Readonly<Record<number, string>>} */
const buttonStyles = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger', 5: 'link', 6: 'secondary' }

/** @param {APIContainerComponent} container @param {MessageContext} context */
const renderContainer = (container, context) => {
  const made = element(
    'div',
    { class: 'container' },
    ...container.components.map((child) => renderComponent(child, context)),
  )
  const accent = container.accent_color ?? null
  if (accent !== null) made.style.setProperty('--accent', `#${accent.toString(16).padStart(6, '0')}`)
  return made
}

/** @param {APITextDisplayComponent} display @param {MessageContext} context */
const renderTextDisplay = (display, { names }) => renderMarkdown(display.content, names)

/** @param {APISectionComponent} section @param {MessageContext} context */
const renderSection = (section, context) =>
  element(
    'div',
    { class: 'section' },
    element('div', { class: 'section-texts' }, ...section.components.map((text) => renderComponent(text, context))),
    renderComponent(section.accessory, context),
  )

/** @param {APISeparatorComponent} separator */
const renderSeparator = ({ divider = true, spacing = 1 }) =>
  element('div', {
    class: `separator${divider ? ' divider' : ''}${spacing === 2 ? ' large' : ''}`,
    role: divider ? 'separator' : null,
  })

/** @param {APIActionRowComponent<APIComponentInMessageActionRow>} row @param {MessageContext} context */
const renderActionRow = (row, context) =>
  element('div', { class: 'action-row' }, ...row.components.map((child) => renderComponent(child, context)))

/** @param {APIButtonComponent} button @param {MessageContext} context */
const renderButton = (button, context) => {
  const look = `button ${buttonStyles[button.style] ?? 'secondary'}`
  const label = 'label' in button ? (button.label ?? '') : ''
  const emoji = 'emoji' in button ? (button.emoji?.name ?? '') : ''
  const shown = [emoji, label].filter(Boolean).join(' ')
  if ('url' in button) {
    const link = outsideLink(button.url, [shown, icon('outside')])
    link.className = look
    return link
  }
  const id = 'custom_id' in button ? button.custom_id : null
  const made = element(
    'button',
    {
      type: 'button',
      class: look,
      disabled: button.disabled || id === null,
      'data-custom-id': id,
      click: () => id !== null && whileBusy(made, () => context.press(id)),
    },
    shown,
  )
  return made
}

/** @param {APISelectMenuComponent} select @param {MessageContext} context */
const renderSelect = (select, context) =>
  createSelectOf(select, context.choosable, (values, control) =>
    whileBusy(control, () => context.press(select.custom_id, values)),
  ).root

/** @param {APIMediaGalleryComponent} gallery @param {MessageContext} context */
const renderGallery = (gallery, context) =>
  element(
    'div',
    { class: 'gallery' },
    ...gallery.items.map((item) => renderMedia(item.media.url, item.description ?? '', context.files)),
  )

/** @param {APIThumbnailComponent} thumbnail @param {MessageContext} context */
const renderThumbnail = (thumbnail, context) => {
  const made = renderMedia(thumbnail.media.url, thumbnail.description ?? '', context.files)
  made.classList.add('thumbnail')
  return made
}

/** @param {APIFileComponent} file @param {MessageContext} context */
const renderFile = (file, context) => {
  const name = file.file.url.replace('attachment://', '')
  const found = context.files.find((candidate) => candidate.name === name)
  return found === undefined ? element('p', { class: 'subtext' }, `${name} is not attached.`) : renderAttachment(found)
}

/** A file to download. @param {PreviewFile} file */
export const renderAttachment = (file) =>
  element(
    'a',
    { class: 'file', href: file.url, download: file.name },
    icon('file'),
    element('span', { class: 'file-name' }, file.name),
    element('span', { class: 'file-size' }, sizeShown(file.size)),
    icon('download'),
  )

/**
 * The renderers, by Discord's numbers of the component types.
 * @type {Readonly<Record<number, (component: any, context: MessageContext) => HTMLElement>>}
 */
const renderers = {
  1: renderActionRow,
  2: renderButton,
  3: renderSelect,
  5: renderSelect,
  6: renderSelect,
  7: renderSelect,
  8: renderSelect,
  9: renderSection,
  10: renderTextDisplay,
  11: renderThumbnail,
  12: renderGallery,
  13: renderFile,
  14: renderSeparator,
  17: renderContainer,
}

/**
 * A component of a message as Discord draws it.
 * @param {SentComponent} component
 * @param {MessageContext} context
 * @returns {HTMLElement}
 */
export const renderComponent = (component, context) => {
  const render = renderers[component.type]
  if (render !== undefined) return render(component, context)
  return element('p', { class: 'subtext' }, `This preview does not draw components of type ${component.type}.`)
}
