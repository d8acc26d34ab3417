import { lockFolder } from '../../../src/state/lock-folder.ts'

// Takes the folder that is named, and holds it until the process ends.
await lockFolder(process.argv[2] ?? '')
process.stdout.write('held\n')
setInterval(() => {}, 60_000)
