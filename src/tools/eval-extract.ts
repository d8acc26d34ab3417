import { basename } from 'node:path'
import { QuothError } from '../domain/error.ts'
import { plural } from '../domain/message.ts'
import type { Source } from '../domain/source.ts'
import { sourceId } from '../domain/source.ts'
import { readAnyDocument } from '../ingest/read-document.ts'
import type { Tool } from '../surfaces/terminal/program.ts'
import { startProgress } from '../surfaces/terminal/progress.ts'
import { visibleJson, visibleLine } from '../surfaces/terminal/visible.ts'
import { readPageSet, type TruePage } from './page-set.ts'
import { articleText } from './page-text.ts'
import { type FieldFigures, recordFigures } from './record-figures.ts'
import { row, shareRow } from './report-text.ts'
import { exactShare, f1Error, shingleShares, textFigures } from './shingles.ts'

/** @returns the page as a source; null if it is refused, which counts as no text */
const sourceOf = async ({ id, bytes }: TruePage): Promise<Source | null> => {
  try {
    return await readAnyDocument({ id: sourceId(id), path: `${id}.html`, bytes })
  } catch (error) {
    if (error instanceof QuothError) return null
    throw error
  }
}

const fieldRow = (name: string, figures: FieldFigures | null): readonly string[] => {
  if (figures === null) return []
  const { pages, right, wrong } = figures
  const told = `of ${pages} ${plural(pages, 'page', 'pages')}; ${wrong} ${plural(wrong, 'states', 'state')} something else`
  return shareRow(name, right / pages, told)
}

/** `quoth eval-extract DIR`: compares the text and the record of web pages with what is true of them. */
export const evalExtractTool: Tool = {
  name: 'eval-extract',
  description: 'Read the web pages of a folder, and compare their text and fields with what is known of them',
  options: {
    dir: {
      type: 'string',
      required: true,
      description: 'A folder with ground-truth.json and a file ID.html or ID.html.gz for each page',
    },
  },
  run: async (args, { terminal, json }) => {
    const dir = String(args['dir'])
    const pages = readPageSet(dir)
    const progress = startProgress(terminal.stderr, `Reading ${pages.length} pages`)
    try {
      const read: { readonly page: TruePage; readonly source: Source | null }[] = []
      for (const [at, page] of pages.entries()) {
        progress.label(`Reading page ${at + 1} of ${pages.length}`)
        read.push({ page, source: await sourceOf(page) })
      }
      progress.done()
      const shares = read.map(({ page, source }) =>
        shingleShares(source === null ? '' : articleText(source), page.truth.articleBody),
      )
      const { f1, precision, recall } = textFigures(shares)
      const [error, exact] = [f1Error(shares), exactShare(shares)]
      const refused = read.filter(({ source }) => source === null).length
      const { title, author, date } = recordFigures(read)
      const fields = Object.fromEntries(Object.entries({ title, author, date }).filter(([, known]) => known !== null))
      const figures = {
        pages: pages.length,
        refused,
        f1,
        f1Error: error,
        precision,
        recall,
        accuracy: exact,
        ...fields,
      }
      const text = [
        `${visibleLine(basename(dir))}: ${pages.length} ${plural(pages.length, 'page', 'pages')}`,
        ...shareRow('F1', f1, `± ${error.toFixed(4).replace(/^0/, '')} standard error, of four words in a row`),
        ...shareRow('Precision', precision, 'of what was found, on average'),
        ...shareRow('Recall', recall, 'of what is true, on average'),
        ...shareRow('Accuracy', exact, 'pages whose text is exactly the true one'),
        row('Refused', String(refused), 'pages that were not read, which count as without text'),
        ...fieldRow('Title', title),
        ...fieldRow('Author', author),
        ...fieldRow('Date', date),
      ].join('\n')
      terminal.stdout.write(`${json ? visibleJson(figures) : text}\n`)
      return 0
    } finally {
      progress.done()
    }
  },
}
