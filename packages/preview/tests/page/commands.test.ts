import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { lastMessage } from '../../../../tests/support/preview-page.ts'
import {
  aboutShelf,
  hasBrowser,
  inBrowser,
  type ShownPreview,
  showPreview,
} from '../../../../tests/support/shown-preview.ts'
import { startPreview } from '../../src/preview.ts'

let shown: ShownPreview
let page: Page

beforeAll(async () => {
  if (hasBrowser) shown = await showPreview()
})
afterAll(async () => {
  if (hasBrowser) await shown.close()
})
beforeEach(async () => {
  if (hasBrowser) page = await shown.open()
})
afterEach(async () => {
  if (!hasBrowser) return
  await page.context().close()
  expect(shown.complaints()).toEqual([])
})

const type = (text: string) => page.keyboard.type(text)
const press = async (...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

inBrowser('by keyboard alone: a command is picked, its source completed by the bot, and the quotes read', async () => {
  await press('/')
  await type('as')
  expect(await page.getByRole('option').allTextContents()).toEqual([expect.stringMatching(/^\/ask/)])
  await press('Enter')
  await type('When does the tide rise?')
  await press('Tab', 'Enter')
  await type('tid')
  await page.getByRole('option', { name: 'On tides' }).waitFor()
  await press('Enter', 'Enter')
  const message = lastMessage(page)
  await message.locator('blockquote').first().waitFor()
  expect(await message.locator('blockquote').first().textContent()).toBe('The tide rises twice a day.\n')
  expect(await message.getByText('Ada used /ask').count()).toBe(1)
  expect(await message.getByRole('heading', { level: 5 }).textContent()).toBe('When does the tide rise?')
  expect(await page.getByRole('status').last().textContent()).toMatch(/^Quoth replied\. When does the tide rise\?/)
  expect(shown.loopback.requests.at(-1)).toMatchObject({ route: 'edit-message' })
})

inBrowser('a command that could not be sent comes back with what was typed, and can be sent again', async () => {
  await page.locator('#composer-input').fill('/ask When does the tide rise?')
  await page.evaluate('window.sent = window.fetch; window.fetch = () => Promise.reject(new TypeError())')
  await press('Enter')
  await page.getByText('The preview does not answer.').waitFor()
  expect(await page.getByRole('textbox', { name: 'question' }).inputValue()).toBe('When does the tide rise?')
  await page.evaluate('window.fetch = window.sent')
  await press('Enter')
  await lastMessage(page).locator('blockquote').first().waitFor()
})

inBrowser(
  'an option that is added and left by Enter has its first choice, so that nothing private is asked in the open',
  async () => {
    await page.locator('#composer-input').fill('/ask When does the tide rise?')
    await page.getByRole('button', { name: 'private', exact: true }).click()
    await page.getByRole('option', { name: 'True' }).waitFor()
    await press('Enter', 'Enter')
    await lastMessage(page).getByText('Only you can see this').waitFor()
  },
)

inBrowser('an example answers with one click', async () => {
  await page.getByRole('button', { name: '/ask When does the tide rise?' }).click()
  await lastMessage(page).locator('blockquote').first().waitFor()
})

inBrowser('a reply for the visitor alone says so and can be dismissed', async () => {
  await press('/')
  await type('help ')
  await press('Enter')
  const message = lastMessage(page)
  await message.getByText('Only you can see this').waitFor()
  const id = await message.getAttribute('data-id')
  await message.getByRole('button', { name: 'Dismiss message' }).press('Enter')
  await page.locator(`[data-id="${id}"]`).waitFor({ state: 'detached' })
})

inBrowser(
  'a question asked in private is answered in private, and shows as it was typed whatever it is made of',
  async () => {
    const hostile = 'When does the **tide** ||rise||? # > -# `a` @everyone <@1> [x](https://evil.example) <b>b</b>'
    await press('/')
    await type(`ask ${hostile}`)
    await page.getByRole('button', { name: 'private' }).press('Enter')
    await type('tr')
    await press('Enter', 'Enter')
    const message = lastMessage(page)
    await message.getByText('Only you can see this').waitFor()
    await message.getByRole('heading', { level: 5 }).waitFor()
    expect(await message.getByRole('heading', { level: 5 }).textContent()).toBe(hostile)
    expect(await message.getByRole('heading', { level: 5 }).locator('*').count()).toBe(0)
  },
)

inBrowser('values that Discord would not send are refused in the field, with the reason', async () => {
  await press('/')
  await type('ask ')
  await press('Enter')
  await page.getByText('This option is required.').waitFor()
  await type('tides')
  await page.getByRole('button', { name: 'quotes', exact: true }).press('Enter')
  await type('99')
  await press('Enter')
  await page.getByText('The maximum is 8.').waitFor()
  expect(await page.getByRole('textbox', { name: 'quotes' }).getAttribute('aria-invalid')).toBe('true')
  await press('Escape')
  await page.locator('#composer-input:focus').waitFor()
})

inBrowser('a bot that does not respond in time is said not to, and a stopped preview to have stopped', async () => {
  shown.loopback.expireNext()
  await page.getByRole('button', { name: '/ask When does the tide rise?' }).click()
  await lastMessage(page).getByText('The application did not respond').waitFor()
  const port = Number(new URL(shown.preview.url).port)
  await shown.preview.close()
  await page.getByText('The preview has stopped.').waitFor()
  const about = async () => ({ ...(await aboutShelf()), count: 0, examples: [] })
  shown.preview = await startPreview({ loopback: shown.loopback, name: 'Quoth', about, port })
  await page.getByText('Quoth has no sources yet.').waitFor()
  expect(await page.getByText('The preview has stopped.').isVisible()).toBe(false)
  // Looking for a server that is away is an error to the browser, and the point of this test.
  expect(shown.complaints().filter((text) => !text.includes('net::ERR_'))).toEqual([])
})
