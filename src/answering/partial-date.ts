/** Whether `value` is a day, month or year of the calendar: `2014-05-03`, `2014-05` or `2014`. */
export const isPartialDate = (value: string): boolean => {
  if (!/^\d{4}(?:-\d{2}){0,2}$/.test(value)) return false
  const [year, month = '01', day = '01'] = value.split('-')
  const whole = `${year}-${month}-${day}`
  const time = Date.parse(`${whole}T00:00:00Z`)
  // JavaScript takes 30 February for 2 March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(whole)
}

/** Negative when `a` is surely earlier than `b`, positive when it is surely later, 0 when one may hold the other. */
export const compareDates = (a: string, b: string): number => {
  const common = Math.min(a.length, b.length)
  const [first, second] = [a.slice(0, common), b.slice(0, common)]
  return first < second ? -1 : first > second ? 1 : 0
}
