// Starts Quoth in the working directory as a new user would, asks a question in the preview, and prints the time from
// `npm start` to the first answer. Fails if that is more than 5 s, or if SIGTERM does not end everything.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

const limit = 5000
const begun = performance.now()
const elapsed = () => Math.round(performance.now() - begun)

// The environment may hold a token; an empty one overrides a .env file.
const env = { ...process.env, DISCORD_TOKEN: '', NODE_ENV: '' }
// In its own process group, so that none of its processes can be left behind.
const quoth = spawn('npm', ['start'], { env, detached: true, stdio: ['ignore', 'pipe', 'inherit'] })
const ended = once(quoth, 'exit')
process.once('exit', () => quoth.exitCode === null && process.kill(-quoth.pid, 'SIGKILL'))
setTimeout(() => {
  console.error(`FAILED: no answer within ${limit / 1000} s of npm start`)
  process.exit(1)
}, limit).unref()

const previewUrl = async () => {
  for await (const line of createInterface({ input: quoth.stdout })) {
    console.log(line)
    const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? []
    if (url !== undefined) return url
  }
  throw new Error('npm start ended without printing the address of its preview')
}

const url = await previewUrl()
const events = await fetch(`${url}/api/events`)
const invoked = await fetch(`${url}/api/invoke`, {
  method: 'POST',
  headers: { 'content-type': 'application/json', origin: url },
  body: JSON.stringify({ path: ['ask'], values: { question: 'Where were four suspected militants arrested?' } }),
})
if (!invoked.ok) throw new Error(await invoked.text())

let seen = ''
for await (const chunk of events.body.pipeThrough(new TextDecoderStream())) {
  seen += chunk
  if (seen.includes('were arrested in Indonesia')) break
}
console.log(`First answer ${elapsed()} ms after npm start.`)

quoth.stdout.resume()
quoth.kill('SIGTERM')
const [code] = await ended
if (code !== 0) throw new Error(`npm start exited with code ${code}`)
const isLeftBehind = await fetch(url).then(
  () => true,
  () => false,
)
if (isLeftBehind) throw new Error('npm start ended and left the preview running')
process.exit(0)
