/** What people say to one another, and how they speak of what they think: no source could bear it out. */
export const smallTalkWords: ReadonlySet<string> = new Set(
  `hi hello hey welcome bye goodbye good morning afternoon evening night everyone everybody all guys folks thanks thank
  yes yeah no nope ok okay sure sorry please lol haha think thought guess know agree hope wonder believe mean feel maybe
  really very much so too well great nice cool`.split(/\s+/),
)
