import type { SourceCard } from '../../domain/reply.ts'
import { counted } from './view.ts'

/** How large a source is: `12 paragraphs, 40 sentences, 800 words`. */
export const sizeShown = ({ source, sentences, words }: SourceCard): string =>
  [
    counted(source.paragraphs.length, ['paragraph', 'paragraphs']),
    counted(sentences, ['sentence', 'sentences']),
    counted(words, ['word', 'words']),
  ].join(', ')

/** What a source does not say of itself, by the words that readers use; empty when it says everything. */
export const missingShown = ({ missing }: SourceCard): string =>
  missing.map((field) => (field === 'issued' ? 'date' : field)).join(', ')
