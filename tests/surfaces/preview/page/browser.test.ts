import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Bot } from '../../../../src/surfaces/discord/bot.ts'
import { type Loopback, startLoopback } from '../../../../src/surfaces/preview/loopback/loopback.ts'
import { type Preview, startPreview } from '../../../../src/surfaces/preview/preview.ts'
import { botOn } from '../../../support/discord-bot.ts'

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const isThere = existsSync(executablePath)
const inBrowser = test.skipIf(!isThere)
if (!isThere) console.warn(`The preview page is not tested: no Chromium at ${executablePath}. Name yours in CHROMIUM.`)

const quiet = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update']
const args = ['--no-sandbox', '--disable-gpu', '--disable-sync', ...quiet]

let loopback: Loopback
let bot: Bot
let preview: Preview
let browser: Browser | undefined
let page: Page
/** What went wrong in the page, and what it asked of anybody but its own server. */
let complaints: string[]

beforeAll(async () => {
  if (!isThere) return
  const [users, channels] = [[{ id: '11', name: 'Ada' }], [{ id: '12', name: 'ask-the-library', guild: null }]]
  loopback = await startLoopback({ users, channels, limits: { respondWithin: 1500 } })
  ;({ bot } = await botOn(loopback))
  const examples = [{ command: 'ask', option: 'question', value: 'When does the tide rise?' }]
  const about = async () => ({
    library: 'shelf/',
    count: 2,
    sources: ['On tides', 'minutes'],
    examples,
    steps: ['Get a token.'],
  })
  preview = await startPreview({ loopback, name: 'Quoth', about })
  browser = await chromium.launch({ executablePath, args })
})
afterAll(async () => {
  if (browser === undefined) return
  await browser.close()
  await preview.close()
  await bot.close()
  await loopback.close()
})

beforeEach(async () => {
  if (browser === undefined) return
  page = await browser.newPage()
  complaints = []
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())))
  page.on('pageerror', (error) => void complaints.push(error.message))
  page.on('request', (request) => void (request.url().startsWith(preview.url) || complaints.push(request.url())))
  await page.goto(preview.url)
  await page.getByRole('button', { name: '/ask When does the tide rise?' }).waitFor()
})
afterEach(async () => {
  if (browser === undefined) return
  await page.close()
  expect(complaints).toEqual([])
})

const type = (text: string) => page.keyboard.type(text)
const press = async (...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
const lastMessage = () => page.getByRole('list', { name: 'Messages' }).locator('> li').last()

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
  const message = lastMessage()
  await message.locator('blockquote').first().waitFor()
  expect(await message.locator('blockquote').first().textContent()).toBe('The tide rises twice a day.\n')
  expect(await message.getByText('Ada used /ask').count()).toBe(1)
  expect(await message.getByRole('heading', { level: 5 }).textContent()).toBe('When does the tide rise?')
  expect(await page.getByRole('status').last().textContent()).toMatch(/^Quoth replied\. When does the tide rise\?/)
  expect(loopback.requests.at(-1)).toMatchObject({ route: 'edit-message' })
})

inBrowser('an example answers with one click', async () => {
  await page.getByRole('button', { name: '/ask When does the tide rise?' }).click()
  await lastMessage().locator('blockquote').first().waitFor()
})

inBrowser('a reply for the visitor alone says so and can be dismissed', async () => {
  await press('/')
  await type('help ')
  await press('Enter')
  const message = lastMessage()
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
    const message = lastMessage()
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
  await page.getByText('Takes at most 8.').waitFor()
  expect(await page.getByRole('textbox', { name: 'quotes' }).getAttribute('aria-invalid')).toBe('true')
  await press('Escape')
  await page.locator('#composer-input:focus').waitFor()
})

inBrowser('a bot that does not respond in time is said not to, and a stopped preview to have stopped', async () => {
  loopback.expireNext()
  await page.getByRole('button', { name: '/ask When does the tide rise?' }).click()
  await lastMessage().getByText('The application did not respond').waitFor()
  const port = Number(new URL(preview.url).port)
  await preview.close()
  await page.getByText('The preview has stopped.').waitFor()
  const about = async () => ({ library: 'shelf/', count: 0, sources: [], examples: [], steps: [] })
  preview = await startPreview({ loopback, name: 'Quoth', about, port })
  await page.getByText('Quoth has no sources yet.').waitFor()
  expect(await page.getByText('The preview has stopped.').isVisible()).toBe(false)
  // Looking for a server that is away is an error to the browser, and the point of this test.
  complaints = complaints.filter((text) => !text.includes('net::ERR_'))
})
