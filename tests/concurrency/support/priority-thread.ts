import { getPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'

// The priority of the thread itself, where threads have one.
parentPort?.on('message', () => parentPort?.postMessage(getPriority()))
