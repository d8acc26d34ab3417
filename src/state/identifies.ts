import { z } from 'zod'
import type { Database } from './database.ts'
import type { State } from './port.ts'

const counted = z.object({ count: z.number() })

export const openIdentifies = async (database: Database): Promise<State['identifies']> => {
  const add = await database.prepareWrite('INSERT INTO identifies (at) VALUES (?)')
  const forget = await database.prepareWrite('DELETE FROM identifies WHERE at < ?')
  const count = await database.prepareWrite('SELECT count(*) AS count FROM identifies')
  return {
    add: (at) => database.write(() => void add.run([at])),
    countSince: (at) =>
      database.write(() => {
        forget.run([at])
        return counted.parse(count.get([])).count
      }),
  }
}
