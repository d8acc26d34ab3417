/** A decoded document without byte order mark and with LF for every line break; otherwise unchanged. */
export const canonicalText = (decoded: string): string => decoded.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
