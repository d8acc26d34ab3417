/** Something that runs until it is stopped or ends by itself. */
export type Service = {
  /** Resolves with an exit code when the service ends by itself. */
  readonly ended: Promise<number>
  close(): Promise<void>
}

/** Exit codes for whatever started the service and may start it again; 0 if it was told to stop. */
export const exitCodes = {
  /** It may work next time. */
  failed: 1,
  /** `EX_TEMPFAIL` of sysexits: it will work once the other bot has ended. */
  folderInUse: 75,
  /** `EX_CONFIG` of sysexits: with the same settings, it will fail again. */
  badSettings: 78,
} as const
