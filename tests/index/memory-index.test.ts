import { passageIndexContract } from '../contracts/passage-index.ts'
import { analyser, emptyIndex } from '../support/engine.ts'

passageIndexContract('the lunr index', () => ({ index: emptyIndex(), analyser }))
