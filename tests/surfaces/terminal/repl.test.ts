import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import type { Quoth } from '../../../src/quoth.ts'
import { startRepl } from '../../../src/surfaces/terminal/repl.ts'
import { commands, fakeQuoth, screen } from '../../support/terminal-quoth.ts'

const key = { tab: '\t', enter: '\r', up: '\u001b[A', interrupt: '\u0003', end: '\u0004' }

/** A person at a terminal with the prompt open. */
const atPrompt = (quoth: Quoth = fakeQuoth(), signal?: AbortSignal) => {
  const input = Object.assign(new PassThrough(), { isTTY: true })
  const { stream, text } = screen(true)
  let left = false
  const done = startRepl({
    quoth,
    commands,
    input,
    output: stream,
    env: { NO_COLOR: '1' },
    ...(signal === undefined ? {} : { signal }),
  }).then(() => {
    left = true
  })
  return {
    done,
    text,
    hasLeft: () => left,
    type: (keys: string) => input.write(keys),
    sees: (words: string | RegExp) => expect.poll(text).toMatch(words),
  }
}

describe('the prompt', () => {
  it('answers a bare line, runs slash commands, and leaves with /quit', async () => {
    const person = atPrompt()
    await person.sees('/help')
    person.type(`harbour?${key.enter}`)
    await person.sees('The harbour froze in March.')
    person.type(`/sources show papers/winter${key.enter}`)
    await person.sees('Neither indexed nor quoted')
    person.type(`${key.enter}/help${key.enter}`)
    await person.sees('/ask question [source] [quotes]')
    person.type(`/quit${key.enter}`)
    await person.done
  })

  it('says what is wrong and reads on, even after a defect', async () => {
    const person = atPrompt()
    person.type(`/sumarise x${key.enter}`)
    await person.sees('Did you mean “/summarise”?')
    person.type(`defect${key.enter}`)
    await person.sees('This failed because of a bug in Quoth: a defect in the fake')
    person.type(`harbour?${key.enter}`)
    await person.sees('1 │ The harbour froze')
    person.type(key.end)
    await person.done
  })

  it('runs every one of several lines that are pasted at once', async () => {
    const person = atPrompt()
    person.type(`harbour?${key.enter}zebra?${key.enter}/quit${key.enter}`)
    await person.done
    expect(person.text()).toContain('The harbour froze in March.')
    expect(person.text()).toContain('The library does not say this in these words.')
  })

  it('completes with Tab and remembers what was asked', async () => {
    const person = atPrompt()
    person.type(`/summ${key.tab}`)
    await person.sees('/summarise ')
    person.type(`win${key.tab}`)
    await person.sees('papers/winter ')
    person.type(key.enter)
    await person.sees('3 of 3 sentences')
    person.type(`${key.up}${key.enter}`)
    await person.sees(/3 of 3 sentences.*3 of 3 sentences/s)
    person.type(key.end)
    await person.done
  })

  it('drops the line that is being typed with Ctrl-C, and leaves with two on an empty line', async () => {
    const person = atPrompt()
    person.type(`harbour${key.interrupt}`)
    await person.sees('^C')
    person.type(key.enter)
    person.type(key.interrupt)
    await person.sees('To leave, press Ctrl-C again or Ctrl-D, or type /quit.')
    expect(person.hasLeft()).toBe(false)
    person.type(key.interrupt)
    await person.done
    expect(person.text()).not.toContain('The harbour froze')
  })

  it('stops waiting for an answer with Ctrl-C', async () => {
    let isAsked = false
    const sources = (): Promise<never> => {
      isAsked = true
      return new Promise(() => {})
    }
    const person = atPrompt({ ...fakeQuoth(), sources })
    person.type(`/sources${key.enter}`)
    await expect.poll(() => isAsked).toBe(true)
    person.type(key.interrupt)
    await person.sees('Stopped waiting for the answer.')
    person.type(`harbour?${key.enter}`)
    await person.sees('The harbour froze')
    person.type(key.end)
    await person.done
  })

  it('closes when the program stops', async () => {
    const stopping = new AbortController()
    const person = atPrompt(fakeQuoth(), stopping.signal)
    await person.sees('quoth> ')
    stopping.abort()
    await person.done
    await atPrompt(fakeQuoth(), AbortSignal.abort()).done
  })
})
