/** The commonest words that say nothing of a text's topic, in lower case. */
export const englishStopWords: ReadonlySet<string> = new Set(
  `a about above after again against all also am an and any are aren as at be because been before being below
  between both but by can cannot could couldn d did didn do does doesn doing don down during each even ever every
  few for from further get got had hadn has hasn have haven having he her here hers herself him himself his how i
  if in into is isn it its itself just ll m may me might more most much must my myself no nor not now of off on
  once one only or other our ours out over own per re s said same say says shall she should shouldn so some such t
  than that the their theirs them themselves then there these they this those through to too two under until up
  upon us ve very was wasn we were weren what when where which while who whom why will with within without won
  would wouldn yet you your yours`.split(/\s+/),
)
