import { serveDocuments } from '../ingest/folder/serve-documents.ts'
import { buffersOf, prepareSource } from './prepared-source.ts'

serveDocuments(prepareSource, buffersOf)
