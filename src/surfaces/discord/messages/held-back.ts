import type { Say } from '../../../wording/say.ts'
import type { Noun } from './view.ts'

/** Says how many items of a view stand in the attached file alone. */
export const heldBack = (count: number, noun: Noun, file: string, say: Say): string => {
  const isOne = count === 1
  switch (noun) {
    case 'quote':
      return isOne
        ? say`1 more quote, whole, in the attached file ${file}.`
        : say`${count} more quotes, whole, in the attached file ${file}.`
    case 'sentence':
      return isOne
        ? say`1 more sentence, whole, in the attached file ${file}.`
        : say`${count} more sentences, whole, in the attached file ${file}.`
    case 'source':
      return isOne
        ? say`1 more source in the attached file ${file}.`
        : say`${count} more sources in the attached file ${file}.`
    case 'paragraph':
      return isOne
        ? say`1 more paragraph, whole, in the attached file ${file}.`
        : say`${count} more paragraphs, whole, in the attached file ${file}.`
    case 'part':
      return isOne
        ? say`1 more part, whole, in the attached file ${file}.`
        : say`${count} more parts, whole, in the attached file ${file}.`
    case 'command':
      return isOne
        ? say`1 more command in the attached file ${file}.`
        : say`${count} more commands in the attached file ${file}.`
    case 'line':
      return isOne
        ? say`1 more line in the attached file ${file}.`
        : say`${count} more lines in the attached file ${file}.`
  }
}
