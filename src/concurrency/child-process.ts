import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * Starts a process that runs a module and exchanges messages with this one. It prints nothing: what it has
 * to say are messages.
 * @param module the module's file URL; the bundle has JavaScript there
 * @throws Error when the system has no room for another process
 */
export const forkModule = (module: URL): ChildProcess =>
  fork(fileURLToPath(module), {
    // It runs native code on what anybody wrote, and logs in nowhere.
    env: { ...process.env, DISCORD_TOKEN: '' },
    execArgv: module.href.endsWith('.js') ? [] : ['--import', import.meta.resolve('tsx/esm')],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
