import { missingFields, type RecordField } from '../../../domain/bibliography.ts'
import type { SourceCard } from '../../../domain/source-card.ts'
import type { Say } from '../../../wording/say.ts'

/** How large a source is: `12 paragraphs, 40 sentences, 800 words`. */
export const sizeShown = ({ paragraphs, sentences, words }: SourceCard, say: Say): string =>
  [
    paragraphs === 1 ? say`1 paragraph` : say`${paragraphs} paragraphs`,
    sentences === 1 ? say`1 sentence` : say`${sentences} sentences`,
    words === 1 ? say`1 word` : say`${words} words`,
  ].join(', ')

const fieldShown = (field: RecordField, say: Say): string => {
  switch (field) {
    case 'title':
      return say`title`
    case 'author':
      return say`author`
    case 'publisher':
      return say`publisher`
    case 'issued':
      return say`date`
  }
}

/** What a source does not say of itself, by the words that readers use; empty when it says everything. */
export const missingShown = ({ record }: SourceCard, say: Say): string =>
  missingFields(record)
    .map((field) => fieldShown(field, say))
    .join(', ')
