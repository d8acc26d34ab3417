import type { BrowserContextOptions, Locator, Page } from 'playwright-core'

/** A window as on a desk, and one as on a telephone. */
export const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 800 } }
export const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

/** The newest message of the place that a page shows. */
export const lastMessage = (page: Page) => page.getByRole('list', { name: 'Messages' }).locator('> li').last()

/** The message that a deed adds to the place that a page shows, once the bot's or a person's words are in it. */
export const messageAfter = async (page: Page, action: () => Promise<unknown>): Promise<Locator> => {
  const messages = page.locator('.entry')
  const count = await messages.count()
  await action()
  const added = messages.nth(count)
  await added.locator('.words').waitFor()
  return page.locator(`[data-id="${await added.getAttribute('data-id')}"]`)
}

/** The channels, commands and people: on a phone they have to be opened first. */
export const openSide = async (page: Page): Promise<void> => {
  const opener = page.getByRole('button', { name: 'Channels, commands and people' })
  if (await opener.isVisible()) await opener.click()
}

/** Lets the visitor of a page be somebody else. */
export const become = async (page: Page, name: string): Promise<void> => {
  await openSide(page)
  await page.getByRole('button', { name: /^You are/ }).click()
  await page.getByRole('menuitemradio', { name: new RegExp(`^${name}`) }).click()
  await page.locator('#me > .me', { hasText: name }).waitFor({ state: 'attached' })
}

/** Goes to a channel, or to the direct messages. */
export const goTo = async (page: Page, name: string): Promise<void> => {
  await openSide(page)
  await page.locator('#side').getByRole('button', { name, exact: true }).click()
}
