// How well are speakers told? Prints the figures of the labelled turns in tests/ingest/speech, and each fault.

import { chats } from '../tests/ingest/speech/labelled-chats.ts'
import { otherLabels } from '../tests/ingest/speech/labelled-lines.ts'
import { transcripts } from '../tests/ingest/speech/labelled-turns.ts'
import { figuresOf, placesOf } from '../tests/ingest/speech/measure.ts'
import { moreTranscripts } from '../tests/ingest/speech/more-labelled-turns.ts'

const figures = figuresOf([...transcripts, ...chats, ...moreTranscripts, ...otherLabels].flatMap(placesOf))
for (const [kind, places] of [
  ['wrong', figures.wrong],
  ['missed', figures.missed],
] as const)
  for (const place of places) console.log(`${kind}: ${JSON.stringify(place)}`)
console.log(
  `${figures.turns} turns, ${figures.silent} places where nobody speaks: ` +
    `precision ${figures.precision.toFixed(3)}, recall ${figures.recall.toFixed(3)}, wrong ${figures.wrong.length}`,
)
