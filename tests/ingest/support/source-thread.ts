import { serveDocuments } from '../../../src/ingest/serve-documents.ts'

serveDocuments((source) => source)
