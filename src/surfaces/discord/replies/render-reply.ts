import type { Reply } from '../../../domain/reply.ts'
import { layOut } from '../message/lay-out.ts'
import type { Message, View } from '../message/view.ts'
import { answerView } from './answer-view.ts'
import type { Frame } from './buttons.ts'
import { contextView } from './context-view.ts'
import { findingsView } from './findings-view.ts'
import { helpView } from './help-view.ts'
import { quoteCheckView } from './quote-check-view.ts'
import { referenceView } from './reference-view.ts'
import { settingsView } from './settings-view.ts'
import { sourceCardView, sourceListView } from './sources-view.ts'
import { summaryView } from './summary-view.ts'

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
