import { readFile } from 'node:fs/promises'
import { Tokenizer } from '@huggingface/tokenizers'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import type { TextKind } from './encoder.ts'
import { model } from './model.ts'

/** Mean pooling, to length 1. All tokens count, since none is padding. */
const pooled = ({ data, dims }: Tensor): Float32Array => {
  const width = dims.at(-1) as number
  const values = data as Float32Array
  const sum = new Float32Array(width)
  for (let at = 0; at < values.length; at++) sum[at % width] = (sum[at % width] as number) + (values[at] as number)
  const length = Math.hypot(...sum) || 1
  return sum.map((value) => value / length)
}

/**
 * Loads the model into this process, where it computes on the event loop's own thread.
 * @returns encodes a text: what the model gives, of length 1
 * @throws Error where the runtime has no program for this platform
 */
export const openSession = async (): Promise<(text: string, kind: TextKind) => Promise<Float32Array>> => {
  const tokenizer = new Tokenizer(JSON.parse(await readFile(model.tokenizer, 'utf8')), {})
  const session = await InferenceSession.create(await readFile(model.weights), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
  })
  const [first, last] = tokenizer.encode('').ids as [number, number]
  return async (text, kind) => {
    const cut = model.prefixes[kind] + text.slice(0, model.maxCharacters)
    const inner = tokenizer.encode(cut, { add_special_tokens: false }).ids.slice(0, model.maxTokens - 2)
    const ids = [first, ...inner, last]
    const tensor = (values: BigInt64Array): Tensor => new Tensor('int64', values, [1, ids.length])
    // One text at a time: the int8 weights make a vector depend on what it shares a batch with.
    const output = await session.run({
      input_ids: tensor(BigInt64Array.from(ids, BigInt)),
      attention_mask: tensor(new BigInt64Array(ids.length).fill(1n)),
      token_type_ids: tensor(new BigInt64Array(ids.length)),
    })
    return pooled(output['last_hidden_state'] as Tensor)
  }
}
