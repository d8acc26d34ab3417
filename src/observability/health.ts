/** What is wrong, in a sentence for whoever runs Quoth; null where nothing is. */
export type Check = () => string | null | Promise<string | null>

/** How Quoth is. Whoever starts a part of it adds the part's checks, by name, and takes them away with it. */
export type Health = {
  /** Whether it makes sense to let this process go on: what fails here, a new start may mend. */
  readonly alive: Map<string, Check>
  /** Whether who asks now is answered. */
  readonly ready: Map<string, Check>
}

export const createHealth = (): Health => ({ alive: new Map(), ready: new Map() })

/** How the checks of one kind went: for each its name and what is wrong, or `ok`. */
export type Verdict = { readonly ok: boolean; readonly checks: { readonly [name: string]: string } }

/** Milliseconds for one check; who asks is another program, which waits for a second or so itself. */
const patience = 800

const problemOf = async (check: Check): Promise<string | null> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, patience, `Gave no answer within ${patience} ms.`)
  })
  try {
    return await Promise.race([check(), late])
  } catch (error) {
    // A message may name what is nobody else's business.
    return `Could not be checked (${error instanceof Error ? error.name : 'no reason given'}).`
  } finally {
    clearTimeout(timer)
  }
}

/** Asks all the checks at once. That this answers at all shows that the event loop turns. */
export const verdictOf = async (checks: ReadonlyMap<string, Check>): Promise<Verdict> => {
  const problems = await Promise.all([...checks].map(async ([name, check]) => [name, await problemOf(check)] as const))
  return {
    ok: problems.every(([, problem]) => problem === null),
    checks: Object.fromEntries(problems.map(([name, problem]) => [name, problem ?? 'ok'])),
  }
}
