import { serveDocuments } from './ingest/serve-documents.ts'
import { buffersOf, prepareSource } from './prepared-source.ts'

serveDocuments(prepareSource, buffersOf)
