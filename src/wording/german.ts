import type { Catalogue } from './say.ts'

/** What Quoth says, in German. Keys are the English messages as they stand in the code. */
export const german: Catalogue = {}
