import { QuothError } from '../domain/error.ts'
import { msg } from '../domain/message.ts'
import type { Store } from './port.ts'

/**
 * The store where its file cannot be used: nothing is added that would be lost, and nothing that may be there is shown
 * as missing.
 * @returns a store of which every method rejects with a QuothError `state`
 */
export const unusableStore = (): Store =>
  new Proxy({} as Store, {
    get: (_, name) =>
      name === 'then'
        ? undefined
        : async () => {
            throw new QuothError(
              'state',
              msg`The sources that people added cannot be read or changed, because the bot cannot use its data. Please tell whoever runs it.`,
            )
          },
  })
