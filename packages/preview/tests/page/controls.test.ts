import { Events, type Interaction } from 'discord.js'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { callApi } from '../../../../tests/support/loopback-api.ts'
import { type botFor, loggedIn } from '../../../../tests/support/loopback-bot.ts'
import {
  button,
  container,
  layout,
  link,
  option,
  row,
  section,
  select,
  text,
} from '../../../../tests/support/loopback-message.ts'
import { become, lastMessage, messageAfter, phone } from '../../../../tests/support/preview-page.ts'
import { hasBrowser, inBrowser, type ShownPreview, showPreview } from '../../../../tests/support/shown-preview.ts'

// A bot that a test plays, to show what the real one does not have, or not so.
let shown: ShownPreview
let bot: ReturnType<typeof botFor>
let page: Page
/** What the bot hears. */
let heard: Interaction[]

beforeAll(async () => {
  if (!hasBrowser) return
  shown = await showPreview({ quoth: null })
  bot = await loggedIn(shown.loopback)
  await callApi(shown.loopback, 'PUT', `/applications/${shown.loopback.applicationId}/commands`, [
    { name: 'show', description: 'Show' },
  ])
  bot.client.on(Events.InteractionCreate, (interaction) => void heard.push(interaction))
})
afterAll(async () => {
  if (!hasBrowser) return
  await bot.client.destroy()
  await shown.close()
})
beforeEach(async () => {
  heard = []
  if (hasBrowser) page = await shown.open()
})
afterEach(async () => {
  if (!hasBrowser) return
  await page.context().close()
  expect(shown.complaints()).toEqual([])
})

const nextHeard = async <T extends Interaction>(): Promise<T> => {
  await expect.poll(() => heard.length).toBeGreaterThan(0)
  return heard.shift() as T
}
const respond = ({ id, token }: { readonly id: string; readonly token: string }, body: object) =>
  callApi(shown.loopback, 'POST', `/interactions/${id}/${token}/callback`, body)
/** Uses the command and answers it with these components. */
const show = (...components: object[]) =>
  messageAfter(page, async () => {
    await page.locator('#composer-input').fill('/show ')
    await page.keyboard.press('Enter')
    expect(await respond(await nextHeard(), { type: 4, data: layout(...components) })).toMatchObject({ status: 204 })
  })
const acknowledge = async () => respond(await nextHeard(), { type: 6 })
/** Responds to what the bot hears next, when Discord no longer takes it. */
const respondTooLate = async () => {
  shown.loopback.expireNext()
  expect(await acknowledge()).toMatchObject({ status: 404 })
}
const isFocused = (control: Locator) => control.and(control.page().locator(':focus')).count()
const press = async (...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

inBrowser('a button is busy until the bot responds, and says so when it does not', async () => {
  const message = await show(container([section([text('A'), text('B')], button())]), row(button(1), link()))
  const first = message.getByRole('button', { name: 'Go' }).first()
  await first.click()
  await expect.poll(() => first.getAttribute('aria-busy')).toBe('true')
  await acknowledge()
  await expect.poll(() => first.getAttribute('aria-busy')).toBe(null)
  expect(await message.getByText('This interaction failed').isVisible()).toBe(false)
  await message.getByRole('button', { name: 'Go' }).last().click()
  await respondTooLate()
  await message.getByText('This interaction failed').waitFor()
  expect(await message.getByRole('link', { name: 'Open' }).getAttribute('href')).toBe('https://example.org')
  // The browser, too, writes down that a request was refused.
  expect(shown.complaints()).toEqual([expect.stringContaining('400')])
})

inBrowser('one option of a menu is chosen by keyboard, and sent at once', async () => {
  const options = [option(0, { default: true }), option(1), option(2, { label: 'Zebra', description: 'striped' })]
  const message = await show(row(select({ options, placeholder: 'Pick' })))
  const menu = message.getByRole('combobox', { name: 'Pick' })
  expect(await menu.textContent()).toBe('Label 0')
  await menu.focus()
  await press('ArrowDown', 'z')
  await page.getByText('striped', { exact: true }).waitFor()
  expect(await menu.getAttribute('aria-expanded')).toBe('true')
  await press('Escape')
  expect(await menu.getAttribute('aria-expanded')).toBe('false')
  await press('Enter', 'End', 'Enter')
  const interaction = await nextHeard()
  expect(interaction.isStringSelectMenu() && interaction.values).toEqual(['2'])
  await respond(interaction, { type: 6 })
  expect(await menu.textContent()).toBe('Zebra')
})

inBrowser(
  'several options are sent when the menu is left, no more than may be, and none when it is taken back',
  async () => {
    const options = [option(0, { default: true }), option(1), option(2)]
    const message = await show(row(select({ options, placeholder: 'Pick', min_values: 1, max_values: 2 })))
    const menu = message.getByRole('combobox', { name: 'Pick' })
    await menu.focus()
    await press('ArrowDown', 'ArrowDown', 'Space', 'Escape')
    expect(await menu.textContent()).toBe('Label 0')
    await menu.click()
    await page.getByText('Choose 1 to 2', { exact: true }).waitFor()
    await page.getByRole('option', { name: 'Label 1' }).click()
    await page.getByRole('option', { name: 'Label 2' }).click({ force: true })
    expect(await page.getByRole('option', { name: 'Label 2' }).getAttribute('aria-disabled')).toBe('true')
    await page.locator('#topic').click()
    const interaction = await nextHeard()
    expect(interaction.isStringSelectMenu() && interaction.values).toEqual(['0', '1'])
    expect(heard).toEqual([])
    await respond(interaction, { type: 6 })
  },
)

inBrowser('a menu of channels offers those of the server, with the chosen ones marked', async () => {
  const [, general] = shown.loopback.channels
  const channels = { type: 8, custom_id: 'where', min_values: 0, max_values: 5 }
  const message = await show(row({ ...channels, default_values: [{ id: general?.id, type: 'channel' }] }))
  const menu = message.getByRole('combobox')
  expect(await menu.textContent()).toBe('#general')
  await menu.click()
  await menu.click()
  expect(await page.getByRole('option').count()).toBe(0)
  await menu.click()
  expect(await page.getByRole('option').allTextContents()).toEqual(['#research', '#general', '#board'])
  await page.getByRole('option', { name: '#research' }).click()
  await press('Tab')
  const interaction = await nextHeard()
  expect(interaction.isChannelSelectMenu() && interaction.values).toHaveLength(2)
  await respond(interaction, { type: 6 })
})

const form = (...components: object[]) => ({ type: 9, data: { title: 'A form', custom_id: 'form', components } })
const labelled = (component: object, more: object = {}) => ({ type: 18, label: 'Question', component, ...more })

inBrowser('a form keeps the focus, refuses what Discord would, and stays when it was not taken', async () => {
  const opener = (await show(row(button()))).getByRole('button', { name: 'Go' })
  await opener.click()
  const input = { type: 4, custom_id: 'question', style: 1, min_length: 3, max_length: 10 }
  const fields = [
    labelled(input, { description: 'In a few words' }),
    labelled(select({ custom_id: 'more', required: false })),
  ]
  await respond(await nextHeard(), form(...fields))
  const dialog = page.getByRole('dialog', { name: 'A form' })
  const question = dialog.getByRole('textbox', { name: 'Question' })
  await expect.poll(() => isFocused(question)).toBe(1)
  await press('Enter')
  await dialog.getByText('This field is required.').waitFor()
  await page.keyboard.type('ab')
  await press('Enter')
  await dialog.getByText('Enter at least 3 characters').waitFor()
  expect(await question.getAttribute('aria-invalid')).toBe('true')
  await page.keyboard.type('c')
  for (let tab = 0; tab < 8; tab += 1) {
    await press('Tab')
    expect(await page.locator('nav :focus, main :focus').count()).toBe(0)
  }
  await dialog.getByRole('button', { name: 'Submit' }).click()
  await respondTooLate()
  await dialog.getByText('Something went wrong. Try again.').waitFor()
  await dialog.getByRole('button', { name: 'Submit' }).click()
  const sent = await nextHeard()
  expect(sent.isModalSubmit() && sent.fields.getTextInputValue('question')).toBe('abc')
  await respond(sent, { type: 6 })
  await dialog.waitFor({ state: 'detached' })
  expect(await isFocused(opener)).toBe(1)
  expect(shown.complaints()).toEqual([expect.stringContaining('400')])
})

inBrowser('a form closes with Escape, and nothing is sent', async () => {
  await (await show(row(button()))).getByRole('button', { name: 'Go' }).click()
  await respond(await nextHeard(), form(labelled({ type: 4, custom_id: 'question', style: 2 })))
  await page.getByRole('dialog').waitFor()
  await press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(heard).toEqual([])
})

inBrowser('a message for the person stands out, in the channel and in the list of channels', async () => {
  const [research, general] = shown.loopback.channels
  const ada = shown.loopback.users[0]
  const send = (channel: string | undefined) =>
    callApi(shown.loopback, 'POST', `/channels/${channel}/messages`, {
      content: `<@${ada?.id}>, see <#${general?.id}> **now**`,
      allowed_mentions: { users: [ada?.id] },
    })
  await send(general?.id)
  await page.getByRole('button', { name: /general.*1 new, 1 for you/ }).waitFor()
  await send(research?.id)
  await page.locator('.entry.mentioned').getByText('@Ada').waitFor()
  expect(await lastMessage(page).locator('.markdown').textContent()).toBe('@Ada, see #general now\n')
  await become(page, 'Ben')
  await page.getByText('@Ada').last().waitFor()
  expect(await page.locator('.entry.mentioned').count()).toBe(0)
})

inBrowser('what is typed in direct messages is seen there alone, and comes back after a reload', async () => {
  await page.locator('#side').getByRole('button', { name: 'Quoth' }).click()
  await page.getByRole('textbox', { name: 'Message @Quoth' }).fill('first line')
  await press('Shift+Enter')
  await page.keyboard.type('second line')
  await press('Enter')
  await page.locator('.entry').getByText('first line').waitFor()
  await page.reload()
  expect(await page.locator('.entry .markdown').textContent()).toBe('first line\nsecond line\n')
  await page.locator('#side').getByRole('button', { name: 'research' }).click()
  expect(await page.locator('.entry').getByText('first line').count()).toBe(0)
})

inBrowser('a menu is opened and closed by its button, and has the letters of its lines for keys', async () => {
  const opener = page.getByRole('button', { name: /^You are/ })
  await opener.click()
  expect(await opener.getAttribute('aria-expanded')).toBe('true')
  await press('c')
  expect(await page.locator(':focus').textContent()).toContain('Cleo')
  await opener.click()
  await page.getByRole('menu').waitFor({ state: 'detached' })
  expect(await opener.getAttribute('aria-expanded')).toBe('false')
})

inBrowser('the theme follows the system until the visitor chooses, and the choice is kept', async () => {
  const ground = (of: Page) => of.evaluate('getComputedStyle(document.body).backgroundColor')
  const dark = await shown.open({ colorScheme: 'dark' })
  expect(await ground(dark)).not.toBe(await ground(page))
  const chosen = await ground(page)
  await dark.getByRole('button', { name: 'Switch to the light theme' }).click()
  expect(await ground(dark)).toBe(chosen)
  await dark.reload()
  await dark.getByRole('button', { name: 'Switch to the dark theme' }).waitFor()
  expect(await ground(dark)).toBe(chosen)
  await dark.context().close()
})

inBrowser('on a phone, the side bar slides over the messages and is left with Escape, after a menu in it', async () => {
  const small = await shown.open(phone)
  const side = small.getByRole('navigation')
  expect(await side.isVisible()).toBe(false)
  const opener = small.getByRole('button', { name: 'Channels, commands and people' })
  await opener.click()
  await side.getByRole('button', { name: 'Close the side bar' }).waitFor()
  await side.getByRole('button', { name: /^You are/ }).click()
  await small.keyboard.press('Escape')
  await small.getByRole('menu').waitFor({ state: 'detached' })
  expect(await side.isVisible()).toBe(true)
  await small.keyboard.press('Escape')
  await side.waitFor({ state: 'hidden' })
  expect(await isFocused(opener)).toBe(1)
  await small.context().close()
})
