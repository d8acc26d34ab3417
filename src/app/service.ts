/** Something that runs until it is stopped or ends by itself. */
export type Service = {
  /** Resolves when it ended by itself, with the exit code that says why. */
  readonly ended: Promise<number>
  close(): Promise<void>
}

/** What a service says to whatever started it, which may start it again; 0 when it was told to stop. */
export const exitCodes = {
  /** It may work another time. */
  failed: 1,
  /** `EX_TEMPFAIL` of sysexits: started again when the other one has ended, it would work. */
  folderInUse: 75,
  /** `EX_CONFIG`: started again with the same settings, it would fail again. */
  badSettings: 78,
} as const
