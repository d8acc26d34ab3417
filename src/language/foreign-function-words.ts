/**
 * Function words of German, French and Spanish questions, folded. Those that are English words as well (`die`, `war`,
 * `comment`, `pour`, `son`) are left out.
 */
export const foreignFunctionWords: ReadonlySet<string> = new Set(
  `wer wen wem wessen wann wo woher wohin warum weshalb wieso wie welche welcher welches welchen wieviel wieviele
  ist sind wurde wurden haben gibt der das dem ein eine einen einem einer und oder von mit zu im
  qui que quoi quel quelle quels quelles quand ou pourquoi combien est ce sont etait ete avait
  le les une du de et dans avec
  quien quienes cual cuales cuando donde como cuanto cuanta cuantos cuantas porque
  esta estan fue fueron el los las una por para del`.split(/\s+/),
)
