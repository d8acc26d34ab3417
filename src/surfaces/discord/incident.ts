import { randomBytes } from 'node:crypto'

/** Crockford's base 32: no letter that is read as a digit. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** A short random id that joins what a person was told with what the log says, such as `7f3kq0wz`. */
export const createIncident = (): string => Array.from(randomBytes(8), (byte) => alphabet[byte % 32]).join('')
