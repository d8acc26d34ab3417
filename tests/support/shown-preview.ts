import { existsSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { test } from 'vitest'
import type { Loopback, LoopbackOptions } from '../../packages/preview/src/loopback/loopback.ts'
import { peopleAndPlaces } from '../../packages/preview/src/people.ts'
import { type Preview, startPreview } from '../../packages/preview/src/preview.ts'
import type { PreviewAbout } from '../../packages/preview/src/protocol.ts'
import { loadCommands } from '../../src/app/load-commands.ts'
import type { Quoth } from '../../src/quoth.ts'
import type { Bot, BotOptions } from '../../src/surfaces/discord/bot.ts'
import { botOn } from './discord-bot.ts'
import { patience } from './eventually.ts'
import { fakeQuoth } from './fake-quoth.ts'
import { startPatientLoopback } from './patient-loopback.ts'
import { desktop } from './preview-page.ts'

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
export const hasBrowser = existsSync(executablePath)
if (!hasBrowser)
  console.warn(`The preview page is not tested: no Chromium at ${executablePath}. Name yours in CHROMIUM.`)

/** A test that is skipped where there is no Chromium. */
export const inBrowser = test.skipIf(!hasBrowser)

const quiet = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update']
const args = ['--no-sandbox', '--disable-gpu', '--disable-sync', ...quiet]

const examples: PreviewAbout['examples'] = [
  { command: 'ask', option: 'question', value: 'When does the tide rise?' },
  { command: 'ask', option: 'question', value: 'Who grows zebras?' },
  { command: 'summarise', option: 'source', value: 'reports/tide' },
]

/** What the page says of the library of `fakeQuoth`. */
export const aboutShelf = async (): Promise<PreviewAbout> => ({
  library: 'shelf/',
  count: 2,
  sources: ['On tides', 'minutes'],
  examples,
  steps: ['Get a token.'],
})

/** A preview in a browser. */
export type ShownPreview = {
  readonly loopback: Loopback
  /** Null where a test plays the bot. */
  readonly bot: Bot | null
  /** Replaced when a test starts another one in its place. */
  preview: Preview
  /** Opens the page in a window of its own and waits until it shows what the server told. */
  open(options?: BrowserContextOptions): Promise<Page>
  /** What went wrong in the pages, and what they asked of anybody but their own server, since this was last asked. */
  complaints(): readonly string[]
  close(): Promise<void>
}

/** The preview in Chromium, with the real bot over a fake library; with none when `quoth` is null. */
export const showPreview = async ({
  quoth = fakeQuoth(),
  loopback: options = {},
  ...libraries
}: {
  readonly quoth?: Quoth | null
  readonly loopback?: LoopbackOptions
} & Partial<Pick<BotOptions, 'libraryOf' | 'curatorFor'>> = {}): Promise<ShownPreview> => {
  const loopback = await startPatientLoopback({ ...peopleAndPlaces, ...options })
  const askLimit = { count: 1000, seconds: 1 }
  const bot = quoth && (await botOn(loopback, { quoth, ...libraries, askLimit, commands: await loadCommands() })).bot
  const browser: Browser = await chromium.launch({ executablePath, args })
  let complaints: string[] = []
  const shown: ShownPreview = {
    loopback,
    bot,
    preview: await startPreview({ loopback, name: 'Quoth', about: aboutShelf }),
    open: async (options = desktop) => {
      const page = await (await browser.newContext(options)).newPage()
      page.setDefaultTimeout(patience)
      page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())))
      page.on('pageerror', (error) => void complaints.push(error.message))
      page.on('request', (request) => {
        if (!request.url().startsWith(shown.preview.url)) complaints.push(request.url())
      })
      await page.goto(shown.preview.url)
      await page.locator('#me > .me').waitFor({ state: 'attached' })
      return page
    },
    complaints: () => {
      const msg = complaints
      complaints = []
      return msg
    },
    close: async () => {
      await browser.close()
      await shown.preview.close()
      await bot?.close()
      await loopback.close()
    },
  }
  return shown
}
