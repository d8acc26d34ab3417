import { randomBytes } from 'node:crypto'

/** Something that only who was given it knows. A word in it shows where one was written down that should not have been. */
export const createSecret = (): string => `canary-${randomBytes(24).toString('base64url')}`
