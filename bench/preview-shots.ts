import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { become, desktop, messageAfter, phone } from '../tests/support/preview-page.ts'

// Takes pictures of what the bot looks like over the seeds, in the preview, for somebody to look at:
//   tsx bench/preview-shots.ts <folder>
const [folder = 'shots'] = process.argv.slice(2)
const checkout = join(import.meta.dirname, '..')

const windows: readonly (readonly [name: string, options: BrowserContextOptions])[] = [
  ['desktop-dark', { ...desktop, colorScheme: 'dark' }],
  ['desktop-light', { ...desktop, colorScheme: 'light' }],
  ['phone-dark', { ...phone, colorScheme: 'dark' }],
  ['phone-light', { ...phone, colorScheme: 'light' }],
]

/** Starts the program as a newcomer does, with a data folder of its own. */
const startPreview = async (data: string) => {
  const env = {
    ...process.env,
    DISCORD_TOKEN: '',
    NODE_ENV: '',
    QUOTH_LIBRARY: '',
    QUOTH_DATA: data,
    QUOTH_ASK_LIMIT: '',
    QUOTH_LOG_LEVEL: 'warn',
  }
  const child = spawn(process.execPath, ['--import', './build.mjs', join(checkout, 'dist', 'main.js')], {
    cwd: checkout,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  for await (const line of createInterface({ input: child.stdout })) {
    const [url] = /http:\/\/127\.0\.0\.1:\d+\//.exec(line) ?? []
    if (url === undefined) continue
    child.stdout.resume()
    const stop = async () => {
      child.kill('SIGTERM')
      await ended
    }
    return { url, stop }
  }
  throw new Error('The program ended without naming its preview.')
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).last()
const typed = (page: Page, text: string) =>
  messageAfter(page, async () => {
    await page.locator('#composer-input').fill(text)
    await page.keyboard.press('Enter')
  })

/** What is pictured, in this order. */
const views: readonly (readonly [name: string, go: (page: Page) => Promise<unknown>])[] = [
  ['welcome', async () => {}],
  ['answer', (page) => messageAfter(page, () => button(page, /^\/ask Where/).click())],
  ['context', (page) => messageAfter(page, () => button(page, 'Context').click())],
  [
    'more-quotes',
    async (page) => {
      await messageAfter(page, async () => {
        await page.locator('#composer-input').fill('/ask Where were four suspected militants arrested?')
        await page.getByRole('button', { name: 'quotes', exact: true }).click()
        await page.keyboard.type('1')
        await page.keyboard.press('Enter')
      })
      await messageAfter(page, () => button(page, 'More quotes').click())
    },
  ],
  ['copy', (page) => messageAfter(page, () => button(page, 'Copy as text').click())],
  ['summary', (page) => messageAfter(page, () => button(page, /^\/summarise ./).click())],
  ['list', (page) => typed(page, '/sources list ')],
  ['list-menu', (page) => page.getByRole('combobox', { name: 'Open a source' }).last().click()],
  ['source', (page) => messageAfter(page, () => page.getByRole('option').first().click())],
  ['not-found', (page) => messageAfter(page, () => button(page, /^\/ask What is/).click())],
  ['form', (page) => button(page, 'Rephrase').click()],
  [
    'error',
    async (page) => {
      await page.keyboard.press('Escape')
      await typed(page, '/cite q000x0z0')
    },
  ],
  [
    'apps',
    async (page) => {
      const quoted = '“four suspected militants from Xinjiang were arrested in Indonesia last month”'
      await typed(page, `The newspaper said that ${quoted}. Indonesian police questioned four foreigners.`)
      await button(page, 'Apps').click()
    },
  ],
  ['check-quotes', (page) => messageAfter(page, () => page.getByRole('menuitem', { name: 'Check quotes' }).click())],
  [
    'find-sources',
    async (page) => {
      await button(page, 'Apps').click()
      await messageAfter(page, () => page.getByRole('menuitem', { name: 'Find sources' }).click())
    },
  ],
  [
    'settings',
    async (page) => {
      await become(page, 'Cleo')
      await typed(page, '/settings ')
    },
  ],
  [
    'plain-style',
    async (page) => {
      await page.getByRole('combobox', { name: 'Style' }).click()
      await page.getByRole('option', { name: 'plain text' }).click()
      await typed(page, '/ask Where were four suspected militants arrested?')
    },
  ],
  [
    'german',
    async (page) => {
      await become(page, 'Ben')
      await typed(page, '/quellen liste ')
    },
  ],
]

/** The newest message in sight, where nothing stands over it. */
const settle = async (page: Page) => {
  await page.mouse.move(0, 0)
  await page.evaluate('document.querySelector("#scroller").scrollTo(0, 1e6)')
  await page.evaluate('new Promise((resolve) => setTimeout(resolve, 250))')
}

/** Takes every picture in one window, over a preview in which nothing happened yet. */
const takePictures = async (browser: Browser, window: string, options: BrowserContextOptions) => {
  const data = await mkdtemp(join(tmpdir(), 'quoth-shots-'))
  const preview = await startPreview(data)
  try {
    const page = await (await browser.newContext(options)).newPage()
    await page.goto(preview.url)
    await button(page, /^\/ask Where/).waitFor()
    for (const [name, go] of views) {
      await go(page)
      await settle(page)
      const path = join(folder, `${name}-${window}.png`)
      await page.screenshot({ path })
      process.stdout.write(`${path}\n`)
    }
    await page.context().close()
  } finally {
    await preview.stop()
    await rm(data, { recursive: true, force: true })
  }
}

await mkdir(folder, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  for (const [window, options] of windows) await takePictures(browser, window, options)
} finally {
  await browser.close()
}
