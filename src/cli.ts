import { readFile } from 'node:fs/promises'
import { config } from 'dotenv'
import { openQuoth } from './compose.ts'
import { loadCommands } from './load-commands.ts'
import { registerTool } from './register-tool.ts'
import { readSettings } from './settings.ts'
import { runTerminal } from './surfaces/terminal/run-terminal.ts'

config({ quiet: true })
const commands = await loadCommands()
const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string
}

process.exitCode = await runTerminal(
  process.argv.slice(2),
  {
    commands,
    tools: [registerTool(commands)],
    open: ({ library, ...options }) => openQuoth({ folder: library ?? readSettings(process.env).library, ...options }),
    version,
  },
  { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr, env: process.env },
)
