import { expect, it } from 'vitest'
import { plural } from '../../src/domain/message.ts'

it.each([
  [0, 'sources'],
  [1, 'source'],
  [2, 'sources'],
  [101, 'sources'],
])('%d has the form “%s”', (count, form) => {
  expect(plural(count, 'source', 'sources')).toBe(form)
})
