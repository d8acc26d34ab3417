import type { Reply, ReplyKind, ReplyOf } from '../../../domain/reply.ts'
import { layOut } from '../message/lay-out.ts'
import type { OutgoingMessage, View } from '../message/view.ts'
import { answerView } from './answer-view.ts'
import type { Frame } from './buttons.ts'
import { contextView } from './context-view.ts'
import { findingsView } from './findings-view.ts'
import { helpView } from './help-view.ts'
import {
  additionsView,
  auditView,
  catalogueView,
  documentChangeView,
  documentView,
  exportMessage,
  librarySettingsView,
} from './library-view.ts'
import { personalDataMessage } from './personal-data-message.ts'
import { quoteCheckView } from './quote-check-view.ts'
import { referenceView } from './reference-view.ts'
import { settingsView } from './settings-view.ts'
import { sourceCardView, sourceListView } from './sources-view.ts'
import { summaryView } from './summary-view.ts'

/** One row a kind of reply: the compiler names what a new kind leaves out. */
const views: {
  readonly [K in Exclude<ReplyKind, 'export' | 'personal-data'>]: (reply: ReplyOf<K>, frame: Frame) => View
} = {
  answer: ({ answer }, frame) => answerView(answer, frame),
  summary: ({ summary }, frame) => summaryView(summary, frame),
  'source-list': sourceListView,
  'source-card': (reply, frame) => sourceCardView(reply, frame),
  reference: referenceView,
  context: ({ context }, frame) => contextView(context, frame),
  findings: ({ findings }, frame) => findingsView(findings, frame),
  'quote-check': ({ check }, frame) => quoteCheckView(check, frame),
  settings: ({ settings }, frame) => settingsView(settings, frame),
  help: ({ commands }, frame) => helpView(commands, frame),
  additions: additionsView,
  catalogue: catalogueView,
  document: documentView,
  'document-change': documentChangeView,
  audit: auditView,
  'library-settings': ({ settings }, frame) => librarySettingsView(settings, frame),
}

/**
 * @param reply of any kind
 * @param frame how it is shown, and to whom
 * @returns the reply as a Discord message, inside every limit of one
 */
export const renderReply = (reply: Reply, frame: Frame): OutgoingMessage => {
  // Each a line and a file.
  if (reply.kind === 'export') return exportMessage(reply, frame)
  if (reply.kind === 'personal-data') return personalDataMessage(reply, frame)
  const viewOf = views[reply.kind] as (reply: Reply, frame: Frame) => View
  return layOut(viewOf(reply, frame), frame)
}
