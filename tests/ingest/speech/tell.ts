import { otherLabels } from './labelled-lines.ts'
import { transcripts } from './labelled-turns.ts'
import { figuresOf, placesOf } from './measure.ts'

const f = figuresOf([...transcripts, ...otherLabels].flatMap(placesOf))
console.log(f.turns, f.silent, f.right, f.precision, f.recall)
for (const w of f.wrong) console.log('WRONG', JSON.stringify(w))
for (const w of f.missed) console.log('MISSED', JSON.stringify(w))
