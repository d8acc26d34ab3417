/** This version ships without types of its own. */
declare module 'onnxruntime-node' {
  export * from 'onnxruntime-common'
}
