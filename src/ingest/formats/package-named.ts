import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)

/** The `package.json` of a package, which many do not export: the first above its main file that bears its name. */
const manifestOf = (name: string): { readonly version: string } => {
  for (let folder = dirname(require.resolve(name)); folder !== dirname(folder); folder = dirname(folder))
    try {
      const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
        readonly name?: string
        readonly version: string
      }
      if (manifest.name === name) return manifest
    } catch {
      // Not every folder has one.
    }
  throw new Error(`the package ${name} is not installed`)
}

/**
 * @param name of an installed package
 * @returns it with its version, as `Extraction.reader` names it: `unpdf 1.7.0`
 * @throws Error when it is not installed
 */
export const packageNamed = (name: string): string => `${name} ${manifestOf(name).version}`
