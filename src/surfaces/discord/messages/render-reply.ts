import type { Reply } from '../../../domain/reply.ts'
import { answerView } from '../views/answer-view.ts'
import { contextView } from '../views/context-view.ts'
import { findingsView } from '../views/findings-view.ts'
import type { Frame } from '../views/frame.ts'
import { helpView } from '../views/help-view.ts'
import { quoteCheckView } from '../views/quote-check-view.ts'
import { referenceView } from '../views/reference-view.ts'
import { settingsView } from '../views/settings-view.ts'
import { sourceCardView } from '../views/source-card-view.ts'
import { sourceListView } from '../views/source-list-view.ts'
import { summaryView } from '../views/summary-view.ts'
import type { View } from '../views/view.ts'
import { layOut } from './lay-out.ts'
import type { Message } from './message.ts'

const viewOf = (reply: Reply, frame: Frame): View => {
  switch (reply.kind) {
    case 'answer':
      return answerView(reply.answer, frame)
    case 'summary':
      return summaryView(reply.summary, frame)
    case 'source-list':
      return sourceListView(reply, frame)
    case 'source-card':
      return sourceCardView(reply.card, reply.source, frame)
    case 'reference':
      return referenceView(reply, frame)
    case 'context':
      return contextView(reply.context, frame)
    case 'findings':
      return findingsView(reply.findings, frame)
    case 'quote-check':
      return quoteCheckView(reply.check, frame)
    case 'settings':
      return settingsView(reply.settings, frame)
    case 'help':
      return helpView(reply.commands, frame)
  }
}

/** A reply as a Discord message, inside every limit of one. */
export const renderReply = (reply: Reply, frame: Frame): Message => layOut(viewOf(reply, frame), frame)
