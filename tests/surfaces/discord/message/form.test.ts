import { expect, test } from 'vitest'
import { modal } from '../../../../packages/preview/src/loopback/limits/modal.ts'
import { textForm } from '../../../../src/surfaces/discord/message/form.ts'

const form = {
  id: 'q1:asked:abcdefgh:0',
  title: 'Ask in other words',
  field: 'question',
  label: 'Your question',
  maxLength: 1000,
  value: 'Why?',
}

test('a form is one that Discord takes, with what was asked in it', () => {
  const shown = textForm({ ...form, value: `${'a'.repeat(999)}👩‍👩‍👧` })
  expect(modal.safeParse(shown).error).toBeUndefined()
  expect(JSON.stringify(shown)).toContain(`"value":"${'a'.repeat(999)}"`)
})

test('a form has no control characters in what was asked but ends of lines', () => {
  expect(JSON.stringify(textForm({ ...form, value: 'a\0b\u009bc\nd' }))).toContain('"value":"a b c\\nd"')
})

test.each([{ title: 'x'.repeat(46) }, { label: 'x'.repeat(46) }, { maxLength: 4001 }])(
  'a form that Discord would refuse is a bug',
  (changes) => {
    expect(() => textForm({ ...form, ...changes })).toThrow(RangeError)
  },
)
