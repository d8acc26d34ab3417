import { serveDocuments } from '../ingest/folder/serve-documents.ts'
import { buffersOf, packPrepared } from './prepared-source.ts'

serveDocuments(packPrepared, buffersOf)
