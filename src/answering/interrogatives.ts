/**
 * Words that only ask in German, French and Spanish, folded. A library in English has none of them, and none is what it
 * lacks; one that has them counts them like any word. Those that are English words too (`die`, `comment`, `or`) are left out.
 */
export const interrogatives: ReadonlySet<string> = new Set(
  `wer wen wem wessen wann wo woher wohin warum weshalb wieso wie welche welcher welches welchen wieviel wieviele
  qui que quoi quel quelle quels quelles quand ou pourquoi combien est-ce
  quien quienes cual cuales cuando donde como cuanto cuanta cuantos cuantas porque
  ist sind war wurde wurden hat haben gibt est sont etait avait ete es son fue era fueron hay ha han
  der das den dem des ein eine einen einem einer und oder von mit fur auf zu im
  le la les un une du et de dans pour sur avec el los las una y en por para con del`.split(/\s+/),
)
