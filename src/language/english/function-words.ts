/** Words that name nothing and say nothing of what is named. */
export const functionWords: ReadonlySet<string> = new Set(
  `a an the of in on at to for from by with and or as is are was were be been being am has have had do does did will
  would can could may might shall should must there this that these those following`.split(/\s+/),
)
