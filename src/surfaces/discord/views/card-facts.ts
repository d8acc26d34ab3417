import { missingFields } from '../../../domain/bibliography.ts'
import type { SourceCard } from '../../../domain/source-card.ts'
import { counted } from './view.ts'

/** How large a source is: `12 paragraphs, 40 sentences, 800 words`. */
export const sizeShown = ({ paragraphs, sentences, words }: SourceCard): string =>
  [
    counted(paragraphs, ['paragraph', 'paragraphs']),
    counted(sentences, ['sentence', 'sentences']),
    counted(words, ['word', 'words']),
  ].join(', ')

/** What a source does not say of itself, by the words that readers use; empty when it says everything. */
export const missingShown = ({ record }: SourceCard): string =>
  missingFields(record)
    .map((field) => (field === 'issued' ? 'date' : field))
    .join(', ')
