import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from 'vitest'
import { fakeQuoth } from '../../../../tests/support/fake-quoth.ts'
import { plainSource } from '../../../../tests/support/plain-source.ts'
import { become, desktop, goTo, messageAfter, phone } from '../../../../tests/support/preview-page.ts'
import { hasBrowser, inBrowser, type ShownPreview, showPreview } from '../../../../tests/support/shown-preview.ts'

const tide = plainSource({
  id: 'reports/tide',
  text: [
    'The tide rises twice a day. Fishermen know it well.',
    'At spring tide the water stands two metres higher.',
    'The tide tables are kept in the harbour. Nobody reads them.',
    'Low tide comes six hours later.',
    'The harbour master measures it by hand.',
  ].join('\n\n'),
  record: { title: 'On tides', URL: 'https://harbour.example/tides' },
})
const minutes = Array.from({ length: 12 }, (_, month) =>
  plainSource({
    id: `minutes-${month + 1}`,
    text: `The board met in month ${month + 1}. It chose a new chair.`,
    record: { title: `Minutes ${month + 1}` },
  }),
)
const zebras = plainSource({ id: 'zebras', text: 'The farm in the valley has kept zebras since spring.' })
const before = fakeQuoth({ sources: [tide, ...minutes] })
const after = fakeQuoth({ sources: [tide, ...minutes, zebras] })

let areZebrasKnown = false
let shown: ShownPreview
let page: Page

beforeAll(async () => {
  if (!hasBrowser) return
  shown = await showPreview({
    quoth: { ...before, ask: (question, options) => (areZebrasKnown ? after : before).ask(question, options) },
  })
})
afterAll(async () => {
  if (hasBrowser) await shown.close()
})
afterEach(async () => {
  if (!hasBrowser) return
  await page.context().close()
  expect(shown.complaints()).toEqual([])
})

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
const ask = (question = 'When does the tide rise?') => messageAfter(page, () => button(`/ask ${question}`).click())
/** What a use of a message's button adds. */
const use = (message: Locator, name: string) =>
  messageAfter(page, () => message.getByRole('button', { name, exact: true }).click())
/** Types a command with what its first option takes, and sends it. */
const send = (typed: string) =>
  messageAfter(page, async () => {
    await page.locator('#composer-input').fill(typed)
    await page.keyboard.press('Enter')
  })
const isPrivate = (message: Locator) => message.getByText('Only you can see this').waitFor()
/** Opens a menu and chooses in it. */
const choose = async (message: Locator, menu: string, option: string) => {
  await message.getByRole('combobox', { name: menu }).click()
  await page.getByRole('option', { name: option }).click()
}

/** Waits until a deed has changed a message, which then stands there anew. */
const changedBy = async (message: Locator, deed: () => Promise<unknown>) => {
  const id = await message.getAttribute('data-id')
  await page.evaluate(`document.querySelector('[data-id="${id}"]').setAttribute('data-before', '')`)
  await deed()
  await page.locator(`[data-id="${id}"]:not([data-before])`).waitFor()
}

describe.each([
  ['desktop in the dark', { ...desktop, colorScheme: 'dark' }],
  ['phone in the light', { ...phone, colorScheme: 'light' }],
] as const)('on a %s', (_, options) => {
  beforeEach(async () => {
    if (hasBrowser) page = await shown.open(options)
  })

  inBrowser('the context of a quote opens for the asker alone and leads through the source', async () => {
    const answer = await ask()
    const context = await messageAfter(page, () => answer.getByRole('button', { name: 'Context' }).first().click())
    await isPrivate(context)
    await context.getByRole('button', { name: 'Next →' }).click()
    await context.getByText('The tide tables are kept').waitFor()
    await context.getByRole('button', { name: 'Next →' }).click()
    await context.getByText('Low tide comes six hours later.').waitFor()
    await context.getByRole('button', { name: '← Previous' }).click()
    await context.getByText('The tide rises twice a day.').waitFor()
  })

  inBrowser('an answer is copied as a file with the raw quote', async () => {
    const copy = await use(await ask(), 'Copy as text')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      copy.getByRole('link', { name: /\.txt/ }).click(),
    ])
    expect(await readFile(await download.path(), 'utf8')).toContain('The tide rises twice a day.')
  })

  inBrowser('what was not found is asked in other words, in a form', async () => {
    const silence = await ask('Who grows zebras?')
    await silence.getByRole('button', { name: 'Rephrase' }).click()
    const form = page.getByRole('dialog')
    await form.getByRole('textbox').fill('When does the tide rise?')
    const answer = await messageAfter(page, () => form.getByRole('button', { name: 'Submit' }).click())
    await answer.getByText('The tide rises twice a day.').waitFor()
    await form.waitFor({ state: 'detached' })
  })

  inBrowser('a message of somebody is checked through its Apps menu', async () => {
    const written = await send('They say “The tide rises twice a day.” and “The moon is cheese.”')
    await written.getByRole('button', { name: 'Apps' }).click()
    const checked = await messageAfter(page, () => page.getByRole('menuitem', { name: 'Check quotes' }).click())
    await checked.getByText('used Check quotes').waitFor()
    await checked.locator('blockquote', { hasText: 'The tide rises twice a day.' }).waitFor()
  })
})

describe('on a desktop', () => {
  beforeEach(async () => {
    if (hasBrowser) page = await shown.open()
  })

  inBrowser('sources of what a message says are found by right-click', async () => {
    const written = await send('The tide rises twice.')
    await written.getByText('The tide rises twice.').click({ button: 'right' })
    const found = await messageAfter(page, () => page.getByRole('menuitem', { name: 'Find sources' }).click())
    await found.locator('blockquote', { hasText: 'The tide rises twice a day.' }).first().waitFor()
  })

  inBrowser('more quotes come for the asker', async () => {
    const answer = await ask()
    expect(await answer.locator('blockquote').count()).toBe(3)
    const more = await use(answer, 'More quotes')
    await more.getByText('Low tide comes six hours later.').waitFor()
  })

  inBrowser('a private answer is shared, and only then is seen by others', async () => {
    const other = await shown.open()
    await become(other, 'Ben')
    const seen = await other.locator('.entry').count()
    const answer = await messageAfter(page, async () => {
      await page.locator('#composer-input').fill('/ask When does the tide rise?')
      await button('private').click()
      await page.keyboard.type('tr')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Enter')
    })
    await isPrivate(answer)
    expect(await other.locator('.entry').count()).toBe(seen)
    await answer.getByRole('button', { name: 'Share in channel' }).click()
    await other.locator('.entry').nth(seen).getByText('The tide rises twice a day.').waitFor()
    await other.context().close()
  })

  inBrowser('a judgement is thanked for, in private', async () => {
    await isPrivate(await use(await ask(), 'Helpful'))
  })

  inBrowser('a summary becomes shorter and longer', async () => {
    const summary = await messageAfter(page, () => button('/summarise reports/tide').click())
    const count = await summary.locator('blockquote').count()
    await summary.getByRole('button', { name: 'Shorter' }).click()
    await expect.poll(() => summary.locator('blockquote').count()).toBeLessThan(count)
    await summary.getByRole('button', { name: 'Longer' }).click()
    await expect.poll(() => summary.locator('blockquote').count()).toBe(count)
  })

  inBrowser('the list of sources is paged, and one of them opened', async () => {
    const list = await messageAfter(page, async () => {
      await button('/sources list').click()
      await page.keyboard.press('Enter')
    })
    await list.getByRole('button', { name: 'Next →' }).click()
    await list.getByRole('button', { name: '← Previous' }).waitFor()
    const card = await messageAfter(page, () => choose(list, 'Open a source', 'Minutes 12'))
    await card.getByText('minutes-12').first().waitFor()
  })

  inBrowser('somebody who waits for an answer is called once the library has it', async () => {
    await isPrivate(await use(await ask('Who grows zebras?'), 'Notify me when it’s added'))
    await goTo(page, 'general')
    areZebrasKnown = true
    shown.bot?.libraryChanged()
    await page.getByRole('button', { name: /research.*1 for you/ }).click()
    await page.locator('.entry.mentioned').getByText('@Ada').waitFor()
    await page.locator('.entry.mentioned').getByText('has kept zebras since spring').waitFor()
    areZebrasKnown = false
  })

  inBrowser('what cannot be done is said', async () => {
    const refused = await messageAfter(page, async () => {
      await page.locator('#composer-input').fill('/cite q-nothing')
      await page.keyboard.press('Enter')
    })
    await refused.getByText('No quote of this library has the id').waitFor()
  })

  inBrowser('an administrator decides where and how the bot answers, and nobody else is offered to', async () => {
    expect(await button('/settings').count()).toBe(0)
    await become(page, 'Cleo')
    const settings = await messageAfter(page, async () => {
      await button('/settings').click()
      await page.keyboard.press('Enter')
    })
    await changedBy(settings, () => choose(settings, 'Answers', 'only the asker'))
    await changedBy(settings, async () => {
      await choose(settings, 'Choose channels', '#general')
      await page.keyboard.press('Tab')
    })
    expect(await settings.getByRole('combobox', { name: 'Choose channels' }).textContent()).toBe('#general')
    await become(page, 'Ada')
    await (await ask()).getByText('#general').waitFor()
    await goTo(page, 'general')
    await isPrivate(await ask())
  })

  inBrowser('each person reads the bot in their own language', async () => {
    await goTo(page, 'general')
    await become(page, 'Ben')
    const help = await messageAfter(page, async () => {
      await button(/^\/hilfe/).click()
      await page.keyboard.press('Enter')
    })
    await help
      .getByText(/Bibliothek/)
      .first()
      .waitFor()
  })
})
