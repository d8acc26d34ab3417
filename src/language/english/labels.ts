// What stands before a colon and says what follows it.

/** What a labelled line above a text states, by its label in lower case: `Author: Jane Doe`, `Subject: …`. */
export const headerLabels: ReadonlyMap<string, 'title' | 'author' | 'publisher' | 'address' | 'mail'> = new Map([
  ...(['title', 'subject', 'headline'] as const).map((label) => [label, 'title'] as const),
  ...(['author', 'authors', 'from'] as const).map((label) => [label, 'author'] as const),
  ...(['publisher', 'publication', 'newspaper', 'source'] as const).map((label) => [label, 'publisher'] as const),
  ...(['url', 'link'] as const).map((label) => [label, 'address'] as const),
  ...(['to', 'cc', 'bcc', 'reply-to', 'sent', 'message-id'] as const).map((label) => [label, 'mail'] as const),
])

/** Labels of speeches in an interview that are no names; capitalised words may be one as well. */
export const speakerLabels = 'Q|A|[Qq]uestion|[Aa]nswer|[Ii]nterviewer'
/** A letter that labels a speech with a full stop as well. */
export const turnLetter = '[QA]'
/** A label whose holder asks. */
export const askingLabel = /^(?:q|question|interviewer|moderator|host)$/i

/** What a mail program writes above the message that is answered. */
export const replyIntroduction = /^On\s.*\d.*\swrote:$/
