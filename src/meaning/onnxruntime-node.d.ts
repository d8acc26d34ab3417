/** This version ships without types of its own; what the encoder uses of it. */
declare module 'onnxruntime-node' {
  export class Tensor {
    constructor(type: 'int64', data: BigInt64Array, dims: readonly number[])
    readonly data: BigInt64Array | Float32Array
    readonly dims: readonly number[]
  }
  export class InferenceSession {
    static create(
      model: Uint8Array,
      options: { readonly intraOpNumThreads: number; readonly interOpNumThreads: number },
    ): Promise<InferenceSession>
    run(inputs: Readonly<Record<string, Tensor>>): Promise<Readonly<Record<string, Tensor>>>
  }
}
