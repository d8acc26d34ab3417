import { describe, expect, it } from 'vitest'
import { fakeQuoth, runQuoth, winter } from '../../support/terminal-quoth.ts'

describe('exit codes', () => {
  it.each([
    [['ask', 'harbour'], 0],
    [['ask', 'zebra'], 2],
    [['ask', 'harbour', '--source', 'nowhere'], 1],
    [['summarise', 'nowhere'], 1],
    [['cite', 'q000000000000'], 1],
    [['ask'], 64],
    [['ask', '   '], 64],
    [['ask', 'harbour', '--quotes', '9'], 64],
    [['ask', 'harbour', '--quotes', 'two'], 64],
    [['ask', 'harbour', '--quotes'], 64],
    [['ask', 'harbour', '--colour'], 64],
    [['ask', 'x'.repeat(6001)], 64],
    [['cite', 'q000000000000', '--style', 'turabian'], 64],
    [['sources', 'hide'], 64],
    [['sources', 'list', 'extra'], 64],
    [['frobnicate'], 64],
    [['--frobnicate'], 64],
    [['sources'], 0],
    [['help'], 0],
    [['--help'], 0],
    [['ask', '--help'], 0],
    [['--version'], 0],
  ])('of quoth %j is %i', async (argv, code) => {
    expect((await runQuoth(argv)).code).toBe(code)
  })

  it('says wrong usage in one line with the right usage, on standard error alone', async () => {
    const { stdout, stderr, opened } = await runQuoth(['ask', 'harbour', '--quote', '2'])
    expect(stdout).toBe('')
    expect(stderr).toMatch(
      /^quoth: Unknown option “quote”\. Did you mean “quotes”\?\nUsage: quoth ask QUESTION \[--source SOURCE\]/,
    )
    expect(opened).toEqual([])
  })

  it('says an expected failure in one line', async () => {
    const { stderr, stdout, closed } = await runQuoth(['summarise', 'wintre'])
    expect(stderr).toBe('quoth: There is no source “wintre”. Did you mean “papers/winter”?\n')
    expect([stdout, closed]).toEqual(['', 1])
  })

  it('lets a defect through, with the library closed', async () => {
    await expect(runQuoth(['ask', 'defect'])).rejects.toThrow(TypeError)
  })

  it('offers the subcommand that a slip meant', async () => {
    expect((await runQuoth(['sumarise', 'x'])).stderr).toContain('Did you mean “summarise”?')
    expect((await runQuoth(['What', 'froze?'])).stderr).toContain('quoth ask QUESTION')
  })
})

describe('arguments', () => {
  const asked = async (...argv: string[]) => {
    const calls: unknown[] = []
    const quoth = fakeQuoth()
    const ask: typeof quoth.ask = async (question, { source, quotes } = {}) => {
      calls.push([question, { source, quotes }])
      return quoth.ask('harbour')
    }
    const finished = await runQuoth(['ask', ...argv], { quoth: { ...quoth, ask } })
    return { ...finished, call: calls[0] }
  }

  it('joins the words of an unquoted question, around options', async () => {
    expect((await asked('Who', 'froze', '--quotes', '2', 'in', '-5', 'degrees?', '--private')).call).toEqual([
      'Who froze in -5 degrees?',
      { source: undefined, quotes: 2 },
    ])
  })

  it('takes --name=value, and what follows -- as words', async () => {
    expect((await asked('--source=a b', '--private=false', '--', '--quotes', '2')).call).toEqual([
      '--quotes 2',
      { source: 'a b', quotes: 3 },
    ])
  })

  it('takes a required option by its name', async () => {
    expect((await asked('--question', 'Who froze?')).call).toEqual(['Who froze?', { source: undefined, quotes: 3 }])
    expect((await asked('--question', 'Who froze?', 'again')).code).toBe(64)
  })

  it.each([
    [['ask', 'harbour', '--library', 'docs']],
    [['sources', '--library', 'docs', 'show', 'papers/winter']],
    [['sources', 'show', 'papers/winter', '--library=docs']],
    [['sources', '--library', 'docs']],
  ])('opens the library of --library in %j', async (argv) => {
    const { code, opened, closed } = await runQuoth(argv)
    expect({ code, opened, closed }).toEqual({ code: 0, opened: ['docs'], closed: 1 })
  })

  it('knows a command by its American name', async () => {
    expect((await runQuoth(['summarize', 'papers/winter'])).stdout).toContain('The harbour froze in March.')
  })

  it('runs a tool with its options and exits with its code', async () => {
    const { code, stdout, opened } = await runQuoth(['register', '--dry-run', '--guild', '42', '--json'])
    expect(JSON.parse(stdout)).toEqual({ args: { guild: '42', 'dry-run': true }, json: true })
    expect([code, opened]).toEqual([78, []])
  })
})

describe('help', () => {
  it('lists every subcommand, without loading a library', async () => {
    const { stdout, opened } = await runQuoth(['--help'])
    for (const name of ['ask', 'summarise', 'sources list', 'sources show', 'cite', 'help', 'register'])
      expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'))
    expect(stdout).toContain('64 wrong usage')
    expect(opened).toEqual([])
  })

  it.each([[['ask', '--help']], [['help', 'ask']], [['ask', '-h']]])('explains one subcommand for %j', async (argv) => {
    const { stdout } = await runQuoth(argv)
    expect(stdout).toMatch(/^Usage: quoth ask QUESTION/)
    expect(stdout).toMatch(/--quotes NUMBER +Maximum number of quotes; 3 by default, or what the server has set/)
    expect(stdout).toContain('--batch FILE')
  })

  it('prints the version of the package', async () => {
    expect((await runQuoth(['--version'])).stdout).toBe('9.8.7\n')
  })
})

describe('sources show --text', () => {
  it('prints the canonical text and nothing else', async () => {
    const { code, stdout } = await runQuoth(['sources', 'show', 'papers/winter', '--text'])
    expect([code, stdout]).toEqual([0, winter.text])
  })
})

describe('without a subcommand', () => {
  it('answers the questions that are piped in, and exits as the last one did', async () => {
    const { code, stdout, opened } = await runQuoth([], { stdin: 'harbour?\n\n/summarise papers/winter\nzebra?\n' })
    expect(stdout).toContain('The harbour froze in March.')
    expect(stdout).toContain('The library does not say this in these words.')
    expect([code, opened]).toEqual([2, [undefined]])
  })

  it('says how it is used when nothing is piped in', async () => {
    const { code, stderr, opened } = await runQuoth([])
    expect(stderr).toContain('Usage: quoth SUBCOMMAND')
    expect([code, opened]).toEqual([64, []])
  })
})

describe('progress', () => {
  it('is said on standard error once work takes over a second', async () => {
    const { stdout, stderr } = await runQuoth(['ask', 'harbour', '--json'], { loading: 1100 })
    expect(stderr).toBe('Reading the library…\n')
    expect(stdout.trim().split('\n')).toHaveLength(1)
  })

  it('stays silent about quick work', async () => {
    expect((await runQuoth(['ask', 'harbour'])).stderr).toBe('')
  })

  it('is one line that is wiped on a terminal', async () => {
    const { stderr } = await runQuoth(['ask', 'harbour'], { loading: 1100, isTTY: true })
    expect(stderr).toBe('\r\u001b[KReading the library…\r\u001b[K')
  })
})
