/** The styles in which a reference can be written. */
export const referenceStyles = ['plain', 'apa', 'mla', 'chicago', 'bibtex', 'ris', 'csl-json'] as const
export type ReferenceStyle = (typeof referenceStyles)[number]
