// Brings a file to version 3 by migrations that take a while, and prints that it begins. It is there to be killed
// meanwhile.
//
//   npx tsx bench/migrate-slowly.ts FILE
import { connect } from '../src/state/connection.ts'
import { migrate } from '../src/state/migrations.ts'

const connection = await connect(process.argv[2] ?? '')
await connection.exec('PRAGMA journal_mode = WAL')
process.stdout.write('begins\n')
await migrate(connection, [
  `CREATE TABLE birds (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
  INSERT INTO birds (name) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000)
    SELECT 'heron ' || i FROM n`,
  `CREATE TABLE nests (bird INTEGER NOT NULL) STRICT;
  INSERT INTO nests SELECT id FROM birds;
  UPDATE birds SET name = upper(name)`,
  `DELETE FROM birds WHERE id % 2 = 0;
  DELETE FROM nests WHERE bird % 2 = 0;
  DROP TABLE nests`,
])
connection.close()
process.stdout.write('done\n')
