import { serveDocuments } from '../../../src/ingest/folder/serve-documents.ts'

serveDocuments((source) => source)
