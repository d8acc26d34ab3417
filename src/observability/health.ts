/** Returns what is wrong, in a sentence for the host; null if nothing is. */
export type Check = () => string | null | Promise<string | null>

/** Checks of the running parts of Quoth, by name. Whoever starts or stops a part adds or removes its checks. */
export type Health = {
  /** Whether the process should keep running: a restart may fix what fails here. */
  readonly alive: Map<string, Check>
  /** Whether questions can be answered now. */
  readonly ready: Map<string, Check>
}

export const createHealth = (): Health => ({ alive: new Map(), ready: new Map() })

/** The result of a set of checks: for each name `ok`, or what is wrong. */
export type CheckResult = { readonly ok: boolean; readonly checks: { readonly [name: string]: string } }

/** The time for one check in milliseconds; the program that asks waits about a second itself. */
const checkTimeout = 800

const problemOf = async (check: Check): Promise<string | null> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, checkTimeout, `No answer within ${checkTimeout} ms.`)
  })
  try {
    return await Promise.race([check(), late])
  } catch (error) {
    // The message may contain confidential details.
    return `Could not be checked (${error instanceof Error ? error.name : 'no reason given'}).`
  } finally {
    clearTimeout(timer)
  }
}

/** Runs all checks in parallel. An answer at all shows that the event loop is running. */
export const runChecks = async (checks: ReadonlyMap<string, Check>): Promise<CheckResult> => {
  const problems = await Promise.all([...checks].map(async ([name, check]) => [name, await problemOf(check)] as const))
  return {
    ok: problems.every(([, problem]) => problem === null),
    checks: Object.fromEntries(problems.map(([name, problem]) => [name, problem ?? 'ok'])),
  }
}
