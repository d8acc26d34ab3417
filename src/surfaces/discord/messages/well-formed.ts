/**
 * What is sent, with U+FFFD in the place of each half of a surrogate pair: no UTF-8 stands for one, and Discord refuses the
 * whole request for it.
 */
export const wellFormed = <T>(sent: T): T =>
  JSON.parse(JSON.stringify(sent), (_, value: unknown) =>
    typeof value === 'string' ? value.replace(/\p{Cs}/gu, '\ufffd') : value,
  ) as T
