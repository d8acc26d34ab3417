import { expect, it } from 'vitest'
import { pageFor } from '../../../src/surfaces/terminal/page.ts'
import { runLine } from '../../../src/surfaces/terminal/repl.ts'
import { engineOver } from '../../support/engine.ts'
import { commands, screen } from '../../support/terminal-quoth.ts'

const documents = {
  'report.txt':
    'In 2013 the coast guard seized forty boats in the harbour. In 2014 the coast guard seized sixty boats there.',
}

it.each(['and in 2014? follow-up:true', '/ask --follow-up and in 2014?'])(
  'a line can follow the one before it: %s',
  async (line) => {
    const { quoth } = await engineOver(documents)
    const run = async (typed: string) => (await runLine(typed, { quoth, commands }, pageFor(screen().stream, {})))?.text
    expect(await run('How many boats did the coast guard seize in 2013?')).toContain('forty boats')
    const followed = await run(line)
    expect(followed?.replace(/\s+/g, ' ')).toContain(
      'Read with your question “How many boats did the coast guard seize',
    )
    expect(followed).toContain('sixty boats')
  },
)

it('operators can be typed at the prompt, where an option of the same name is read as that', async () => {
  const { quoth } = await engineOver({
    ...documents,
    'other.txt': 'The coast guard seized a zeppelin over the harbour.',
  })
  const run = async (typed: string) => (await runLine(typed, { quoth, commands }, pageFor(screen().stream, {})))?.text
  const without = await run('What did the coast guard seize? -boats')
  expect(without).toContain('zeppelin')
  expect(without).not.toContain('forty')
  expect(await run('What did the "coast guard" seize? source:other')).not.toContain('forty')
  expect(await run('coast guard before:then')).toContain('“before:” needs a year, month or day')
})
