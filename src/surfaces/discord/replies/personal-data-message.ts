import { sizeOfData } from '../../../domain/personal-data.ts'
import type { ReplyOf } from '../../../domain/reply.ts'
import { noticeMessage } from '../message/notice.ts'
import type { OutgoingMessage } from '../message/view.ts'
import type { Frame } from './buttons.ts'

/** What Quoth keeps of a person, as a file. */
export const personalDataMessage = (
  { data, isErased }: ReplyOf<'personal-data'>,
  { t }: Pick<Frame, 't'>,
): OutgoingMessage => {
  if (sizeOfData(data) === 0) return noticeMessage(t`Quoth keeps nothing of you.`)
  const { replies, waiting, feedback, changes, documents } = data
  const counts = [
    t`Replies whose buttons still work: ${replies.length}`,
    t`Questions that you wait for: ${waiting.length}`,
    t`Answers that you rated: ${feedback.length}`,
    t`Changes of libraries with your name: ${changes.length}`,
    t`Documents of your own library: ${documents.length}`,
  ]
  const lead = isErased
    ? t`Erased. This is what Quoth kept of you; nobody has it any more, but for backups that whoever runs Quoth may have made.`
    : t`This is what Quoth keeps of you. To have it erased, use /forget-me erase:True.`
  return {
    ...noticeMessage([lead, ...counts.map((line) => `- ${line}`)].join('\n')),
    files: [{ name: 'quoth-and-you.json', text: `${JSON.stringify(data, null, 2)}\n` }],
  }
}
