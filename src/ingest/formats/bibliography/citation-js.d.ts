declare module '@citation-js/core' {
  /** What of the package is used: its parsers, without its search for what an input might be. */
  export const plugins: {
    readonly input: {
      chain(
        input: string,
        options: { readonly forceType: string; readonly generateGraph: boolean },
      ): readonly Readonly<Record<string, unknown>>[]
    }
  }
  export const logger: { level: string }
}
declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-ris'
