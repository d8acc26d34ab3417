import { describe, it } from 'vitest'
import { expectGrowth } from '../../support/growth.ts'
import { read } from '../support/read.ts'

const units = [
  'Ann: I do.\n',
  'Ann: I do. BO: I too. ',
  '[13:02] ann: hi\n',
  '<ann> hi\n',
  'Mr. Roe. I do.\n',
  'ANN\nI do.\n',
]
const others = [
  'Bo: Do you?\n',
  'CY: Do you? ',
  '[13:03] bo: why?\n',
  '<bo> why?\n',
  'Ms. Lee. Do you?\n',
  'BO\nDo you?\n',
]

describe('speech', () => {
  it.each(units.map((unit, at) => `${unit}${others[at]}`))(
    'takes work that grows with the length of %j',
    async (unit) => {
      const text = (length: number): string => unit.repeat(Math.ceil(length / unit.length))
      await expectGrowth((length) => read(text(length)), { size: 4000, factor: 8, below: 30 })
    },
  )

  it('in one paragraph of Markdown takes work that grows with its length', async () => {
    const text = (length: number): string => '**Ann:** I do.\n**Bo:** Do you?\n'.repeat(Math.ceil(length / 32))
    await expectGrowth((length) => read(text(length), 'talk.md'), { size: 4000, factor: 8, below: 30 })
  })
})
