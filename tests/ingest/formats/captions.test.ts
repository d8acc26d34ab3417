import { describe, expect, it } from 'vitest'
import * as captionsReader from '../../../src/ingest/formats/captions/read-captions.ts'
import { formatContract } from '../../contracts/document-format.ts'
import { expectGrowth } from '../../support/growth.ts'
import { paragraphsOf, placesOf, readFormat, speakersOf } from './read-format.ts'

const panel = `WEBVTT - The harbour, episode 3
Kind: captions
Language: en-GB

NOTE
A remark of the editor

STYLE
::cue(v[voice="Mary"]) { color: red }

REGION
id:left

intro
00:01.000 --> 00:04.500 region:left align:left
<v.loud Mary>Hi, I&rsquo;m Mary &amp; this
is <i>the harbour</i>.</v>

00:05.000 --> 00:09.000
<v John Roe>I run the crane,</v>

00:09.100 --> 00:11.000
<v John Roe>and my father did <c.yellow>before me</c>.
<v Mary>Since when?
`

formatContract(
  'captions',
  async () => captionsReader,
  () => ({
    path: 'a.vtt',
    bytes: Buffer.from(panel),
    words: ['Hi, I’m Mary & this is the harbour.', 'I run the crane, and my father did before me.', 'Since when?'],
  }),
)

const cues = (...lines: readonly string[]): string =>
  lines
    .map(
      (line, at) =>
        `${at + 1}\n00:00:${`${at * 2}`.padStart(2, '0')},000 --> 00:00:${`${at * 2 + 2}`.padStart(2, '0')},000\n${line}\n`,
    )
    .join('\n')

describe('captions', () => {
  it('become running text, with the time of each caption and who speaks', async () => {
    const source = await readFormat('a.vtt', panel)
    expect(paragraphsOf(source)).toEqual([
      'Hi, I’m Mary & this is the harbour.',
      'I run the crane, and my father did before me.',
      'Since when?',
    ])
    expect(speakersOf(source)).toEqual(['Mary', 'John Roe', 'Mary'])
    expect(source.places.map(({ value }) => value)).toEqual([1000, 1000, 5000, 9100, 9100])
    expect(source.record.title).toBe('The harbour, episode 3')
    expect(source.language).toBe('en')
  })

  it('take speakers from the labels of their text', async () => {
    const labels = cues(
      'JANE: Where were you born?',
      'TOM: In Bergen,\nby the harbour.',
      'JANE: And then?',
      'TOM: We left.',
    )
    const source = await readFormat('a.srt', labels)
    expect(paragraphsOf(source)).toEqual([
      'Where were you born?',
      'In Bergen, by the harbour.',
      'And then?',
      'We left.',
    ])
    expect(speakersOf(source)).toEqual(['JANE', 'TOM', 'JANE', 'TOM'])
  })

  it('begin a paragraph where another one speaks: arrows, dashes', async () => {
    const source = await readFormat(
      'a.srt',
      cues('&gt;&gt; Good evening,', 'all.', '>> Thank you.', '- Did you lock it?\n- I did.'),
    )
    expect(paragraphsOf(source)).toEqual(['Good evening, all.', 'Thank you.', 'Did you lock it?', 'I did.'])
  })

  it('do not take a dash within a sentence for another speaker', async () => {
    expect(paragraphsOf(await readFormat('a.srt', cues('I said no', 'and I mean it\n- for good.')))).toEqual([
      'I said no and I mean it - for good.',
    ])
  })

  it('end a paragraph behind a sentence once it is long, and at a pause', async () => {
    const sentences = Array.from(
      { length: 12 },
      (_, at) => `Tide ${at} came in and the mill began to turn for some years.`,
    )
    const long = paragraphsOf(await readFormat('a.srt', cues(...sentences)))
    expect(long.length).toBeGreaterThan(1)
    expect(new Set(long.map((text) => text.slice(-6)))).toEqual(new Set(['years.']))
    const pause = '1\n00:00:01,000 --> 00:00:02,000\nGood.\n\n2\n00:00:12,000 --> 00:00:13,000\nHere we are.\n'
    expect(paragraphsOf(await readFormat('a.srt', pause))).toEqual(['Good.', 'Here we are.'])
  })

  it('read each line once where captions roll, and not elsewhere', async () => {
    const rolling = `WEBVTT
Kind: captions
Language: en

00:00:00.000 --> 00:00:02.470 align:start position:0%
${' '}
so<00:00:00.320><c> today</c><00:00:00.640><c> we look</c>

00:00:02.470 --> 00:00:02.480 align:start position:0%
so today we look
${' '}

00:00:02.480 --> 00:00:05.000 align:start position:0%
so today we look
at<00:00:03.000><c> tide mills</c>

00:00:05.000 --> 00:00:05.010 align:start position:0%
at tide mills
${' '}

00:00:05.010 --> 00:00:08.000 align:start position:0%
at tide mills
[Music]
`
    const source = await readFormat('a.vtt', rolling)
    expect(paragraphsOf(source)).toEqual(['so today we look at tide mills'])
    expect(source.runs.filter(({ rule }) => rule === 'caption-sound')).toHaveLength(1)
    const grows = cues('so', 'so today', 'so today we meet', 'so today we meet\nthe mayor')
    expect(paragraphsOf(await readFormat('a.srt', grows))).toEqual(['so today we meet the mayor'])
    const repeats = cues('No.', 'No.', 'Why not?', 'I said so.', 'And I mean it.')
    expect(paragraphsOf(await readFormat('a.srt', repeats))).toEqual(['No. No. Why not? I said so. And I mean it.'])
  })

  it('may lack numbers, hours, blank lines and order, and have tags of every kind', async () => {
    const mended = `\ufeff1\r
00:00:20,5 --> 00:00:22,000 X1:0\r
{\\an8}<font color="#ffff00"><i>One &lt;3</i></font>\r
2\r
00:23.000 --> 00:25.000\r
two,\r
\r
still two.\r
\r
00:00:10.000 --> 00:00:12.000\r
Zero.\r
\r
00:00:30.000 --> 00:00:32.000\r
\r
`
    const source = await readFormat('a.srt', mended)
    expect(paragraphsOf(source)).toEqual(['Zero.', 'One <3 two, still two.'])
    expect(placesOf(source)).toEqual([10_000, 20_500])
  })

  it('are read from YouTube’s .sbv, and from files in other encodings', async () => {
    expect(paragraphsOf(await readFormat('a.sbv', '0:00:00.599,0:00:04.160\nHello and\nwelcome.\n'))).toEqual([
      'Hello and welcome.',
    ])
    const latin = Buffer.from(cues('À bientôt, cher été.', 'Ça va, garçon?'), 'latin1')
    expect(paragraphsOf(await readFormat('a.srt', latin))).toEqual(['À bientôt, cher été. Ça va, garçon?'])
  })

  it('are refused without a single time', async () => {
    await expect(readFormat('a.srt', 'No captions here, at 10:30 or ever.\n')).rejects.toMatchObject({
      code: 'bad-document',
    })
  })

  it.each([
    ['open tags', '<i'],
    ['open voices', '<v '],
    ['references', '&#'],
    ['arrows', '> '],
    ['brackets', '['],
    ['overrides', '{\\'],
  ])('take time in proportion to their length: %s', async (_, unit) => {
    const read = (size: number) =>
      captionsReader.extract({ path: 'a.srt', bytes: Buffer.from(cues(`word ${unit.repeat(size)}`)), ocr: false })
    await expectGrowth(read, { size: 20_000, factor: 8, below: 24 })
  })
})

describe('captions that name who speaks in each', () => {
  const meeting = (lines: readonly string[]): string =>
    `WEBVTT\n\n${lines.map((line, at) => `${at + 1}\n00:00:${10 + 4 * at}.000 --> 00:00:${13 + 4 * at}.900\n${line}`).join('\n\n')}\n`

  it('are whole sentences where one speaker goes on', async () => {
    const source = await readFormat(
      'a.vtt',
      meeting([
        'Maria Lopez: The move took nine hours',
        'Maria Lopez: because a backup was running.',
        'Dr. Ana-Lena Müller (Guest): Who started it?',
        'Maria Lopez: Nobody.',
        'Dr. Ana-Lena Müller (Guest): Then I',
        'will write it down.',
      ]),
    )
    expect(paragraphsOf(source)).toEqual([
      'The move took nine hours because a backup was running.',
      'Who started it?',
      'Nobody.',
      'Then I will write it down.',
    ])
    expect(speakersOf(source).slice(0, 2)).toEqual(['Maria Lopez', 'Dr. Ana-Lena Müller (Guest)'])
  })

  it('keep words before a colon that are no names', async () => {
    const source = await readFormat('a.vtt', meeting(['First: the sea.', 'Then: the harbour.', 'The town: old.']))
    expect(paragraphsOf(source).join(' ')).toContain('First: the sea.')
  })

  it('are called as their file where nothing says what they are', async () => {
    const source = await readFormat('weekly call.vtt', meeting(['So the sea was high.', 'It fell at noon.']))
    expect([source.record.title, source.titleShown]).toEqual([null, 'weekly call.vtt'])
  })
})
