import { interpret } from './interpret.ts'
import { signatureMark } from './mail.ts'
import type { Reading } from './reading.ts'
import { textBlocks } from './text-blocks.ts'

/** Reads plain text, whatever its layout. */
export const readText = (text: string): Reading => ({
  ...interpret(textBlocks(text), null, signatureMark(text)),
  warnings: [],
})
