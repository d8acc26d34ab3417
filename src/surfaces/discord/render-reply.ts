import type { Reply } from '../../domain/reply.ts'
import { answerView } from './answer-view.ts'
import { helpView } from './help-view.ts'
import { layOut, type Message } from './lay-out.ts'
import { referenceView } from './reference-view.ts'
import { sourceCardView } from './source-card-view.ts'
import { sourceListView } from './source-list-view.ts'
import { summaryView } from './summary-view.ts'
import type { View } from './view.ts'

const viewOf = (reply: Reply): View => {
  switch (reply.kind) {
    case 'answer':
      return answerView(reply.answer)
    case 'summary':
      return summaryView(reply.summary)
    case 'source-list':
      return sourceListView(reply.cards, reply.refusals)
    case 'source-card':
      return sourceCardView(reply.card, reply.source)
    case 'reference':
      return referenceView(reply)
    case 'help':
      return helpView(reply.commands)
  }
}

/** A reply as a Discord message, inside every limit of one. */
export const renderReply = (reply: Reply): Message => layOut(viewOf(reply))
