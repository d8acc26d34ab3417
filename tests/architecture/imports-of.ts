import { posix } from 'node:path'

/**
 * One import: of a file of the project, by its path from the root, or of a package, by its name (`node:fs/promises` in
 * full).
 */
export type Import = {
  readonly of: 'file' | 'package'
  readonly name: string
  /** As it stands in the file. */
  readonly specifier: string
  /** Whether only types are taken, so that nothing is loaded at run time. */
  readonly typeOnly: boolean
}

/**
 * Forms of an import, each with the specifier as `of`; Biome's formatting makes them this regular. A template may
 * name what it imports as well: it is then the `new URL` or `import.meta.resolve` beside it that is read.
 */
const forms: readonly { readonly pattern: RegExp; readonly typeOnly: (match: string) => boolean }[] = [
  {
    pattern: /^(?:import|export)\s+(?:[\w*{][^'"`;=]*?\bfrom\s+)?'(?<of>[^']+)'/gm,
    typeOnly: (match) => /^(?:import|export)\s+type\b/.test(match),
  },
  { pattern: /(?<!typeof |[{}:|<] ?)\bimport\('(?<of>[^'$]+)'\)/g, typeOnly: () => false },
  { pattern: /(?:typeof |[{}:|<] ?)\bimport\('(?<of>[^'$]+)'\)/g, typeOnly: () => true },
  { pattern: /@import [^'"]*?\bfrom '(?<of>[^']+)'/g, typeOnly: () => true },
  { pattern: /\bimport\.meta\.resolve\('(?<of>[^']+)'\)/g, typeOnly: () => false },
  { pattern: /\bnew URL\('(?<of>\.[^']*\.[jt]s)', import\.meta\.url\)/g, typeOnly: () => false },
]

const packageOf = (specifier: string): string =>
  specifier.startsWith('node:')
    ? specifier
    : specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/')

/** What the file at `path` (from the root, with `/`) imports, in no particular order. */
export const importsOf = (path: string, text: string): readonly Import[] =>
  forms.flatMap(({ pattern, typeOnly }) =>
    [...text.matchAll(pattern)].map((match): Import => {
      const specifier = match.groups?.['of'] ?? ''
      const types = { typeOnly: typeOnly(match[0]) }
      return specifier.startsWith('.')
        ? { of: 'file', name: posix.join(posix.dirname(path), specifier), specifier, ...types }
        : { of: 'package', name: packageOf(specifier), specifier, ...types }
    }),
  )

/** Whether a file imports something that cannot be read off it. */
export const importsUnseen = (text: string): boolean => /\bimport\((?!'[^'$]+'\))/.test(text)
