import { serveDocuments } from './ingest/serve-documents.ts'
import { prepareSource } from './prepared-source.ts'

// Moved rather than copied; a small array shares its buffer with others, which must stay.
serveDocuments(prepareSource, ({ encoded: { bytes } }) =>
  bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength ? [bytes.buffer] : [],
)
