// Compares Quoth's reader of web pages with the best open one in JavaScript, on the same pages in the same run.
//
//   npx tsx bench/extract-peers.ts DIR
import { parseHTML } from 'linkedom'
import { sourceId } from '../src/domain/source.ts'
import { readAnyDocument } from '../src/ingest/read-document.ts'
import { readPageSet, type TruePage } from '../src/tools/page-set.ts'
import { articleText } from '../src/tools/page-text.ts'
import { f1Error, type ShingleShares, shingleShares, textFigures } from '../src/tools/shingles.ts'
import { readabilityText } from './peers/readability.ts'

const readers: { readonly [name: string]: (page: TruePage) => Promise<string> } = {
  Quoth: async ({ id, bytes }) => articleText(await readAnyDocument({ id: sourceId(id), path: `${id}.html`, bytes })),
  'Readability + linkedom': async ({ bytes }) => readabilityText(parseHTML(Buffer.from(bytes).toString()).document),
}

const [dir = ''] = process.argv.slice(2)
const pages = readPageSet(dir)
const results = new Map<string, { readonly shares: ShingleShares[]; milliseconds: number }>()
for (const page of pages)
  for (const [name, read] of Object.entries(readers)) {
    const result = results.get(name) ?? { shares: [], milliseconds: 0 }
    results.set(name, result)
    const begun = performance.now()
    const text = await read(page).catch(() => '')
    result.milliseconds += performance.now() - begun
    result.shares.push(shingleShares(text, page.truth.articleBody))
  }
const share = (value: number): string => value.toFixed(4).replace(/^0/, '')
for (const [name, { shares, milliseconds }] of results) {
  const { f1, precision, recall } = textFigures(shares)
  const told = `F1 ${share(f1)} ± ${share(f1Error(shares))}, precision ${share(precision)}, recall ${share(recall)}`
  process.stdout.write(`${name.padEnd(24)} ${told}, ${(milliseconds / pages.length).toFixed(1)} ms a page\n`)
}
