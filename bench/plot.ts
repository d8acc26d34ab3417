import { type BenchRun, isMeasured, nameShown } from './bench-run.ts'

/** Colours that differ for the colour-blind as well (Okabe and Ito), on white: the plot is read on dark pages too. */
const colours: { readonly [engine: string]: string } = {
  quoth: '#d55e00',
  'quoth-with-meaning': '#e69f00',
  lunr: '#0072b2',
  'lunr-pipelined': '#56b4e9',
  minisearch: '#cc79a7',
  flexsearch: '#009e73',
  fts5: '#555555',
}

const [width, height] = [760, 440]
const frame = { left: 70, right: 230, top: 40, bottom: 50 } as const
/** Pixels that names beside the lines are apart at least. */
const lineHeight = 16

type Point = { readonly texts: number; readonly p50: number }

/** From a logarithmic scale to pixels. */
const scale = (from: number, to: number, start: number, end: number) => (value: number) =>
  start + ((Math.log10(value) - Math.log10(from)) / (Math.log10(to) - Math.log10(from))) * (end - start)

/** Powers of ten from below the least to above the greatest. */
const decades = (values: readonly number[]): readonly number[] => {
  const [low, high] = [Math.floor(Math.log10(Math.min(...values))), Math.ceil(Math.log10(Math.max(...values)))]
  return Array.from({ length: high - low + 1 }, (_, at) => 10 ** (low + at))
}

/** Places from the top, in order, moved down until they are apart. */
const apart = (places: readonly number[]): readonly number[] => {
  const moved: number[] = []
  for (const place of places) moved.push(Math.max(place, (moved.at(-1) ?? Number.NEGATIVE_INFINITY) + lineHeight))
  return moved
}

const text = (x: number, y: number, words: string, more = ''): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${more}>${words}</text>`

/**
 * An SVG of the median time of a question against the number of texts, both scales logarithmic; empty without sizes.
 */
export const latencyPlot = ({ sizes }: BenchRun): string => {
  const lines = new Map<string, Point[]>()
  for (const { texts, engines } of sizes)
    for (const { engine, p50 } of engines.filter(isMeasured))
      lines.set(engine, [...(lines.get(engine) ?? []), { texts, p50 }])
  const points = [...lines.values()].flat()
  if (points.length === 0) return ''
  const rows = decades(points.map(({ p50 }) => p50))
  const columns = [...new Set(sizes.map(({ texts }) => texts))].sort((a, b) => a - b)
  const x = scale(
    columns[0] ?? 1,
    Math.max(columns.at(-1) ?? 1, (columns[0] ?? 1) * 10),
    frame.left,
    width - frame.right,
  )
  const y = scale(rows[0] ?? 1, rows.at(-1) ?? 10, height - frame.bottom, frame.top)
  const ends = [...lines]
    .map(([engine, own]) => ({ engine, end: own.at(-1) as Point }))
    .sort((a, b) => b.end.p50 - a.end.p50)
  const labels = apart(ends.map(({ end }) => y(end.p50)))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13" fill="#222">`,
    '<title>Median time of a question against the number of texts</title>',
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    text(frame.left, 22, 'Median time of a question, in milliseconds', 'font-weight="bold"'),
    ...rows.flatMap((value) => [
      `<path d="M${frame.left} ${y(value).toFixed(1)}H${width - frame.right}" stroke="#ddd"/>`,
      text(frame.left - 8, y(value) + 4, String(value), 'text-anchor="end"'),
    ]),
    ...columns.map((value) => text(x(value), height - 28, value.toLocaleString('en'), 'text-anchor="middle"')),
    text((frame.left + width - frame.right) / 2, height - 8, 'texts of about 70 words', 'text-anchor="middle"'),
    ...[...lines].flatMap(([engine, own]) => {
      const places = own.map(({ texts, p50 }) => `${x(texts).toFixed(1)} ${y(p50).toFixed(1)}`)
      const stroke = colours[engine] ?? '#000'
      return [
        `<path d="M${places.join('L')}" fill="none" stroke="${stroke}" stroke-width="${engine === 'quoth' ? 3.5 : 2}"/>`,
        ...own.map(
          ({ texts, p50 }) => `<circle cx="${x(texts).toFixed(1)}" cy="${y(p50).toFixed(1)}" r="4" fill="${stroke}"/>`,
        ),
      ]
    }),
    ...ends.map(({ engine, end }, at) =>
      text(
        x(end.texts) + 10,
        (labels[at] ?? 0) + 4,
        nameShown(engine),
        `fill="${colours[engine] ?? '#000'}"${engine === 'quoth' ? ' font-weight="bold"' : ''}`,
      ),
    ),
    '</svg>',
    '',
  ].join('\n')
}
