import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'

const file = new URL('../../src/page/styles/theme.css', import.meta.url)
const css = await readFile(file, 'utf8')
const theme = (place: 1 | 2): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...css.matchAll(/--([\w-]+): (?:light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)|(#[0-9a-f]{6}));/g)].map(
      ([, name = '', light, dark, both]) => [name, both ?? (place === 1 ? light : dark) ?? ''],
    ),
  )

/** WCAG's relative luminance of `#rrggbb`. */
const luminance = (colour: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (one: string, other: string): number => {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

const grounds = {
  text: ['chat', 'side', 'deep', 'raised', 'field', 'hover', 'call'],
  bright: ['chat', 'side', 'deep', 'raised', 'field', 'brand-soft', 'call'],
  muted: ['chat', 'side', 'deep', 'raised', 'field', 'hover', 'call'],
  link: ['chat', 'raised', 'side'],
  danger: ['chat', 'deep', 'hover'],
  'pill-text': ['pill'],
  'secondary-text': ['secondary-fill'],
  white: ['brand', 'success-fill', 'danger-fill'],
}
const pairs = Object.entries(grounds).flatMap(([text, on]) => on.map((ground) => [text, ground] as const))

describe.each([
  ['light', theme(1)],
  ['dark', theme(2)],
])('in the %s theme', (_, colours) => {
  test.each(pairs)('%s on %s has the contrast of WCAG AA', (text, ground) => {
    expect(contrast(colours[text] ?? '#ffffff', colours[ground] ?? '')).toBeGreaterThanOrEqual(4.5)
  })

  test.each(['chat', 'side', 'deep', 'field'])('the focus ring is seen on %s', (ground) => {
    expect(contrast(colours['focus'] ?? '', colours[ground] ?? '')).toBeGreaterThanOrEqual(3)
  })
})
