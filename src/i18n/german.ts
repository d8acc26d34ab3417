import { actions } from './german-actions.ts'
import { checking, commands, names } from './german-commands.ts'
import { documents } from './german-documents.ts'
import { library } from './german-library.ts'
import { office } from './german-office.ts'
import { questions } from './german-questions.ts'
import { replies } from './german-replies.ts'
import type { Wording } from './say.ts'

/** What Quoth says, in German: plain, without addressing the reader where that can be done, else with “Sie”. */
export const german: Wording = {
  messages: { ...actions, ...checking, ...commands, ...documents, ...library, ...office, ...questions, ...replies },
  names,
}
