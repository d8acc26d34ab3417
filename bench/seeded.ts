/** A generator of numbers from 0 to 1 that gives the same ones every time (Park and Miller's). */
export const seeded = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
