// The program of the encoder's process: encodes one text after another. One at a time, since the int8 weights make a
// vector depend on what it shares a batch with.
import { readFile } from 'node:fs/promises'
import { setPriority } from 'node:os'
import { Tokenizer } from '@huggingface/tokenizers'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import type { EncoderAnswer, EncoderRequest } from './encoder-process.ts'
import { model } from './model.ts'
import { quantise } from './vectors.ts'

/** A terminal's Ctrl+C reaches this process too; it ends with its parent. */
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {})
process.on('disconnect', () => process.exit())

const send = (answer: EncoderAnswer): void => void process.send?.(answer)

/** Questions get most of what this process does from the parent's order, so that all of it may wait for others. */
const lowerPriority = (): void => {
  try {
    setPriority(10)
  } catch {
    // Not allowed everywhere; encoding then competes with other programs as an equal.
  }
}

const open = async (): Promise<(request: EncoderRequest) => Promise<Int8Array>> => {
  const tokenizer = new Tokenizer(JSON.parse(await readFile(model.tokenizer, 'utf8')), {})
  const session = await InferenceSession.create(await readFile(model.weights), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
  })
  const named = (ids: readonly number[]): Record<string, Tensor> => {
    const tensor = (values: BigInt64Array): Tensor => new Tensor('int64', values, [1, ids.length])
    const inputs: Record<string, Tensor> = {
      input_ids: tensor(BigInt64Array.from(ids, BigInt)),
      attention_mask: tensor(new BigInt64Array(ids.length).fill(1n)),
      token_type_ids: tensor(new BigInt64Array(ids.length)),
    }
    return Object.fromEntries(session.inputNames.map((name) => [name, inputs[name] as Tensor]))
  }
  const [first, last] = tokenizer.encode('').ids as [number, number]
  return async ({ text, kind }) => {
    const cut = model.prefixes[kind] + text.slice(0, model.maxCharacters)
    const ids = tokenizer.encode(cut, { add_special_tokens: false }).ids.slice(0, model.maxTokens - 2)
    const output = await session.run(named([first, ...ids, last]))
    const { data, dims } = output[session.outputNames[0] as string] as Tensor
    const width = dims[2] as number
    const values = data as Float32Array
    // Mean pooling; all tokens count, since none is padding.
    const sum = new Float32Array(width)
    for (let at = 0; at < values.length; at++) sum[at % width] = (sum[at % width] as number) + (values[at] as number)
    return quantise(sum)
  }
}

try {
  lowerPriority()
  const encode = await open()
  process.on('message', (request: EncoderRequest) => {
    encode(request).then(
      (vector) => send({ kind: 'vector', id: request.id, vector }),
      (error: unknown) => send({ kind: 'failed', id: request.id, reason: String(error) }),
    )
  })
  send({ kind: 'ready' })
} catch (error) {
  send({ kind: 'unusable', reason: error instanceof Error ? error.message : String(error) })
}
