// Labels before a colon.

/** Whom a memorandum is for: `MEMORANDUM FOR THE PRESIDENT`. */
export const addressedTo = /^(?:\p{L}+ )?memorandum (?:for|to)\b(?: |: )\S/iu

/** What a labelled line above a text gives, by its label in lower case: `Author: Jane Doe`, `Subject: …`. */
export const headerLabels: ReadonlyMap<string, 'title' | 'author' | 'publisher' | 'address' | 'mail'> = new Map([
  ...(['title', 'subject', 'headline'] as const).map((label) => [label, 'title'] as const),
  ...(['author', 'authors', 'from'] as const).map((label) => [label, 'author'] as const),
  ...(['publisher', 'publication', 'newspaper', 'source'] as const).map((label) => [label, 'publisher'] as const),
  ...(['url', 'link'] as const).map((label) => [label, 'address'] as const),
  ...(['to', 'cc', 'bcc', 'reply-to', 'sent', 'message-id'] as const).map((label) => [label, 'mail'] as const),
])
