/** The months and the days of the week, in lower case. */
export const monthNames: readonly string[] =
  'january february march april may june july august september october november december'.split(' ')
export const weekdayNames: readonly string[] = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ')
