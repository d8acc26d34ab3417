import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { become, goTo, messageAfter, phone } from '../../../../tests/support/preview-page.ts'
import { shelvesInMemory } from '../../../../tests/support/shelves-in-memory.ts'
import { hasBrowser, inBrowser, type ShownPreview, showPreview } from '../../../../tests/support/shown-preview.ts'

let shown: ShownPreview
let page: Page

beforeAll(async () => {
  if (hasBrowser) shown = await showPreview({ ...shelvesInMemory(), loopback: { attachmentSizeLimit: 1000 } })
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

const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
const send = (typed: string) =>
  messageAfter(page, async () => {
    await page.locator('#composer-input').fill(typed)
    await page.keyboard.press('Enter')
  })
const begin = (command: string) => page.locator('#composer-input').fill(`/${command} `)
/** Drags files onto the channel, and lets them go there. */
const drop = async (...files: readonly (readonly [name: string, text: string])[]) => {
  const dataTransfer = await page.evaluateHandle(`(() => {
    const transfer = new DataTransfer()
    for (const [name, text] of ${JSON.stringify(files)}) transfer.items.add(new File([text], name))
    return transfer
  })()`)
  await page.dispatchEvent('#main', 'dragover', { dataTransfer })
  await page.getByText('Drop files to add them').waitFor()
  await page.dispatchEvent('#main', 'drop', { dataTransfer })
  await page.getByText('Drop files to add them').waitFor({ state: 'hidden' })
}

inBrowser('a file that was picked for a command is added, and answers', async () => {
  await begin('library add')
  await button('file').click()
  await page.getByLabel('file', { exact: true }).setInputFiles([file('lido.txt', 'The lido closed in spring.')])
  const added = await messageAfter(page, () => page.keyboard.press('Enter'))
  await added.getByText('1 of 1 file added').waitFor()
  await (await send('/ask When was the lido closed?')).locator('blockquote', { hasText: 'The lido closed' }).waitFor()
})

inBrowser('files that are dropped begin the command that takes files, and answer', async () => {
  await drop(['owls.txt', 'The owls nest in the tower.'], ['bats.txt', 'The bats hang in the cellar.'])
  await page
    .locator('#composer')
    .getByRole('button', { name: /^\/library add\./ })
    .waitFor()
  const added = await messageAfter(page, () => page.keyboard.press('Enter'))
  await added.getByText('2 of 2 files added').waitFor()
  await (await send('/ask Where do the owls nest?')).locator('blockquote', { hasText: 'in the tower' }).waitFor()
  await (await send('/ask Where do the bats hang?')).locator('blockquote', { hasText: 'in the cellar' }).waitFor()
})

inBrowser('more files than a command takes are said to be left out', async () => {
  await drop(...Array.from({ length: 6 }, (_, at) => [`${at}.txt`, 'x'] as const))
  await page.getByText('/library add takes no more files: 1 of 6 left out.').waitFor()
  expect(await page.locator('.command-form input[type=file]').count()).toBe(5)
})

inBrowser('a file that is too large is said to be, and is not sent', async () => {
  await drop(['large.txt', 'x'.repeat(1001)])
  await page.getByText('large.txt is larger than 1000 bytes.').waitFor()
  await page.keyboard.press('Enter')
  expect(await page.getByLabel('file', { exact: true }).getAttribute('aria-invalid')).toBe('true')
  expect(await page.locator('.command-form').count()).toBe(1)
})

inBrowser('a form takes files', async () => {
  await begin('library add')
  await page.keyboard.press('Enter')
  const form = page.getByRole('dialog', { name: 'Add to the library' })
  await form.getByRole('button', { name: 'Submit' }).click()
  await form.getByText('This field is required.').waitFor()
  const files = [file('storks.txt', 'The storks left early.'), file('swans.txt', 'The swans stayed.')]
  await form.getByLabel('Files, or a zip of them').setInputFiles(files)
  const added = await messageAfter(page, () => form.getByRole('button', { name: 'Submit' }).click())
  await added.getByText('2 of 2 files added').waitFor()
  await (await send('/ask Which storks left?')).locator('blockquote', { hasText: 'left early' }).waitFor()
})

inBrowser('a message carries files, which are shown, fetched and added from its Apps menu', async () => {
  await page.locator('#attach-files').setInputFiles([file('a.txt', 'a'), file('newts.txt', 'The newts sleep.')])
  await button('Remove a.txt').click()
  const written = await messageAfter(page, () => button('Send').click())
  expect(await written.locator('.file').allTextContents()).toEqual(['newts.txt16 bytes'])
  const [download] = await Promise.all([page.waitForEvent('download'), written.getByRole('link').click()])
  expect(await readFile(await download.path(), 'utf8')).toBe('The newts sleep.')
  await written.getByRole('button', { name: 'Apps' }).click()
  const added = await messageAfter(page, () => page.getByRole('menuitem', { name: 'Add to library' }).click())
  await added.getByText('1 of 1 file added').waitFor()
  expect(await page.locator('#attached li').count()).toBe(0)
})

inBrowser('files that are dropped while a message is written go with it', async () => {
  await page.locator('#composer-input').fill('Look at this')
  await drop(['moles.txt', 'The moles dig.'])
  const written = await messageAfter(page, () => button('Send').click())
  await written.getByText('Look at this').waitFor()
  expect(await written.locator('.file-name').textContent()).toBe('moles.txt')
})

inBrowser('what is added for a channel is quoted to those alone who see it', async () => {
  await drop(['salaries.txt', 'The salaries rise in June.'])
  await button('channel').click()
  await page.getByRole('option', { name: '#board' }).click()
  await messageAfter(page, () => button('Send').click())
  const quote = (answer: Locator) => answer.locator('blockquote', { hasText: 'rise in June' })
  const question = '/ask When do the salaries rise?'
  expect(await quote(await send(question)).count()).toBe(0)
  await goTo(page, 'board')
  await quote(await send(question)).waitFor()
  await become(page, 'Cleo')
  const inPrivate = await messageAfter(page, async () => {
    await page.locator('#composer-input').fill(question)
    await button('private').click()
    await page.keyboard.type('tr')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
  })
  await quote(inPrivate).waitFor()
})

inBrowser('a member does not see the channel of a role that the member has not', async () => {
  const channels = () => page.locator('#channels .place-name').allTextContents()
  expect(await channels()).toEqual(['research', 'general', 'board'])
  await goTo(page, 'board')
  await become(page, 'Ben')
  await page.getByRole('heading', { name: 'Welcome to #research' }).waitFor()
  expect(await channels()).toEqual(['research', 'general'])
})

inBrowser('each of two servers has its channels, roles and library', async () => {
  await drop(['foxes.txt', 'The foxes sleep by day.'])
  await messageAfter(page, () => page.keyboard.press('Enter'))
  await page.locator('#server').getByRole('button').click()
  await page.getByRole('menuitemradio', { name: 'Reading circle' }).click()
  await page.getByRole('heading', { name: 'Welcome to #books' }).waitFor()
  expect(await page.locator('#channels .place-name').allTextContents()).toEqual(['books'])
  const answer = await send('/ask When do the foxes sleep?')
  expect(await answer.locator('blockquote', { hasText: 'by day' }).count()).toBe(0)
  await begin('library add')
  await button('role').click()
  expect(await page.getByRole('option').allTextContents()).toEqual(['@Librarians '])
  await page.reload()
  await page.getByRole('heading', { name: 'Welcome to #books' }).waitFor()
})

inBrowser('what is new in the other server is counted where servers are switched', async () => {
  const books = shown.loopback.channels.find(({ name }) => name === 'books')?.id
  shown.loopback.say({ user: shown.loopback.users[1]?.id, channel: books, content: 'Hello' })
  await page.getByRole('button', { name: /Local preview.*1 new in other servers/ }).click()
  await page.getByRole('menuitemradio', { name: /^Reading circle 1 new/ }).waitFor()
})

inBrowser('on a phone a file is picked and dropped alike', async () => {
  await page.context().close()
  page = await shown.open(phone)
  await drop(['hares.txt', 'The hares race.'])
  const added = await messageAfter(page, () => button('Send').click())
  await added.getByText('1 of 1 file added').waitFor()
})
