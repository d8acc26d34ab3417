import axe, { type AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { become, desktop, messageAfter, openSide, phone } from '../../../../tests/support/preview-page.ts'
import { hasBrowser, inBrowser, type ShownPreview, showPreview } from '../../../../tests/support/shown-preview.ts'

let shown: ShownPreview
beforeAll(async () => {
  if (hasBrowser) shown = await showPreview()
})
afterAll(async () => {
  if (hasBrowser) await shown.close()
})

inBrowser('every flow is gone through by keyboard, with the focus in sight', async () => {
  const page = await shown.open()
  const keys = async (...names: readonly string[]) => {
    for (const name of names) await page.keyboard.press(name)
  }
  /** Goes on with Tab until this is where the focus is. */
  const tabTo = async (name: string) => {
    const wanted = page.getByRole('button', { name, exact: true }).and(page.locator(':focus-visible'))
    for (let tab = 0; tab < 80 && (await wanted.count()) === 0; tab += 1) await keys('Tab')
    expect([name, await wanted.count()]).toEqual([name, 1])
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid')
  }
  await keys('Tab')
  expect(await page.locator(':focus').textContent()).toBe('Skip to the message box')
  await keys('Enter')
  await page.keyboard.type('/ask When does the tide rise?')
  await messageAfter(page, () => keys('Enter'))
  await keys('Shift+Tab')
  await page.locator('#scroller').focus()
  await tabTo('Context')
  const context = await messageAfter(page, () => keys('Enter'))
  await tabTo('Dismiss message')
  await keys('Enter')
  await context.waitFor({ state: 'detached' })
  await page.locator('#scroller').focus()
  await tabTo('Apps')
  await keys('Enter', 'ArrowDown', 'ArrowUp', 'ArrowUp')
  expect(await page.locator(':focus').textContent()).toBe('Add to library')
  await keys('Escape')
  expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Apps')
  const found = await messageAfter(page, () => keys('Enter', 'ArrowDown', 'Enter'))
  await found.getByText('used Find sources').waitFor()
  await page.locator('#side button').first().focus()
  await tabTo('general')
  await keys('Enter')
  await page.getByRole('heading', { name: 'Welcome to #general' }).waitFor()
  expect(await page.locator(':focus').textContent()).toBe('general')
  expect(shown.complaints()).toEqual([])
  await page.context().close()
})

/** What axe-core finds serious or critical in the page as it is now. */
const violationsOn = async (page: Page): Promise<readonly string[]> => {
  // Run from outside the page, where its policy for scripts does not reach.
  await page.evaluate(`window.axe ?? (() => { ${axe.source} })()`)
  const { violations } = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })')
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`)
}

/** How many pixels are beyond the window's edge. */
const sidewaysOn = (page: Page) =>
  page.evaluate<number>(
    'Math.max(...[document.documentElement, document.querySelector("#scroller")].map((each) => each.scrollWidth - each.clientWidth))',
  )

/** What can be pressed and is lower than a finger needs: 44 pixels. Links in a text are as high as the text. */
const smallTargetsOn = (page: Page) =>
  page.evaluate<readonly string[]>(`
    [...document.querySelectorAll('button, a, summary, textarea, input, [role="option"]')]
      .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.matches('.skip, p a, p button'))
      .filter((each) => each.getBoundingClientRect().height < 44)
      .map((each) => each.getBoundingClientRect().height + ': ' + each.outerHTML.slice(0, 120))`)

/** Each view of the page, and how one comes there. */
const views: readonly (readonly [name: string, go: (page: Page) => Promise<unknown>])[] = [
  ['the answer', (page) => press(page, '/ask When does the tide rise?')],
  [
    'the context',
    async (page) => {
      const button = page.getByRole('button', { name: 'Context' }).last()
      await messageAfter(page, () => button.click())
    },
  ],
  ['the summary', (page) => press(page, '/summarise reports/tide')],
  ['not found', (page) => press(page, '/ask Who grows zebras?')],
  ['a form', (page) => page.getByRole('button', { name: 'Rephrase' }).last().click()],
  [
    'the commands',
    async (page) => {
      await page.keyboard.press('Escape')
      await page.locator('#composer-input').fill('/')
      await page.getByRole('option').first().waitFor()
    },
  ],
  [
    'a command with its options',
    async (page) => {
      await page.locator('#composer-input').fill('/ask ')
      await page.keyboard.press('Enter')
      await page.getByText('This option is required.').waitFor()
    },
  ],
  [
    'a menu',
    async (page) => {
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Apps' }).first().click()
    },
  ],
  [
    'the settings',
    async (page) => {
      await page.keyboard.press('Escape')
      await become(page, 'Cleo')
      await messageAfter(page, async () => {
        await page.locator('#composer-input').fill('/settings ')
        await page.keyboard.press('Enter')
      })
    },
  ],
  [
    'a command with a file, a channel and a role',
    async (page) => {
      await page.locator('#composer-input').fill('/library add ')
      for (const option of ['file', 'channel', 'role'])
        await page.getByRole('button', { name: option, exact: true }).click()
      await page.getByRole('option', { name: '@Board' }).waitFor()
    },
  ],
  [
    'a form for files',
    async (page) => {
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await page.locator('#composer-input').fill('/library add ')
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').getByRole('button', { name: 'Submit' }).click()
      await page.getByText('This field is required.').waitFor()
    },
  ],
  [
    'a message with a file',
    async (page) => {
      await page.keyboard.press('Escape')
      const file = { name: 'tides.txt', mimeType: 'text/plain', buffer: Buffer.from('The tide rises.') }
      await page.locator('#attach-files').setInputFiles([file])
      await messageAfter(page, () => page.getByRole('button', { name: 'Send' }).click())
      await page.locator('#attach-files').setInputFiles([file])
    },
  ],
  ['a list of channels', (page) => page.getByRole('combobox', { name: 'Choose channels' }).last().click()],
  [
    'the side bar',
    async (page) => {
      await page.keyboard.press('Escape')
      await openSide(page)
    },
  ],
]
const press = (page: Page, name: string) => messageAfter(page, () => page.getByRole('button', { name }).click())

describe.each([
  ['desktop, dark', { ...desktop, colorScheme: 'dark' }],
  ['desktop, light', { ...desktop, colorScheme: 'light' }],
  ['phone, dark', { ...phone, colorScheme: 'dark' }],
  ['phone of 320 pixels, light', { ...phone, viewport: { width: 320, height: 640 }, colorScheme: 'light' }],
] as const)('%s', (_, options) => {
  inBrowser('no view has a serious fault, goes beyond the window, or is too small to be pressed', async () => {
    const page = await shown.open(options)
    const faults: string[] = []
    for (const [name, go] of views) {
      await go(page)
      faults.push(...(await violationsOn(page)).map((fault) => `${name}: ${fault}`))
      const sideways = await sidewaysOn(page)
      if (sideways > 0) faults.push(`${name}: ${sideways} pixels beyond the window`)
      if ('hasTouch' in options) faults.push(...(await smallTargetsOn(page)).map((fault) => `${name}: ${fault}`))
    }
    expect(faults).toEqual([])
    await page.context().close()
  })
})

inBrowser('nothing moves where motion is not wanted', async () => {
  const page = await shown.open({ ...phone, reducedMotion: 'reduce' })
  const moving = await page.evaluate(
    '[...document.querySelectorAll("*")].filter((each) => !["0s", ""].includes(getComputedStyle(each).transitionDuration)).map((each) => each.className)',
  )
  expect(moving).toEqual([])
  await page.context().close()
})
