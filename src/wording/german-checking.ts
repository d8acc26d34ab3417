import type { Catalogue } from './say.ts'

/** What the library has on a text: on its statements, and on what it quotes. */
export const checking: Catalogue = {
  // Statements
  'There is no statement to look up': 'Hier ist keine Aussage zum Nachschlagen',
  'No sentence of the text states anything: questions, greetings, links and commands are passed over. To ask a question, use /ask.':
    'Kein Satz des Textes sagt etwas aus: Fragen, Grüße, Verweise und Befehle werden übergangen. Für eine Frage gibt es /fragen.',
  'Statements looked up: {0} · sources searched: {1}': 'Nachgeschlagene Aussagen: {0} · durchsuchte Quellen: {1}',
  '1 more statement was not looked up.': '1 weitere Aussage wurde nicht nachgeschlagen.',
  '{0} more statements were not looked up.': '{0} weitere Aussagen wurden nicht nachgeschlagen.',
  'Nothing in the library is near enough to quote.': 'Nichts in der Bibliothek ist nah genug, um es zu zitieren.',
  'The match is weak: the words may be beside it.': 'Der Treffer ist schwach: die Worte können daran vorbeigehen.',
  'What the sources say on it': 'Was die Quellen dazu sagen',
  'A quote may bear a statement out or contradict it: please compare.':
    'Ein Zitat kann eine Aussage stützen oder ihr widersprechen: bitte vergleichen.',

  // Quotations
  'There is no quotation to check': 'Hier ist kein Zitat zum Prüfen',
  'The text has nothing between quotation marks. Put what was quoted between “ and ”, or into a block quote with > before each line.':
    'Der Text hat nichts zwischen Anführungszeichen. Bitte das Zitierte zwischen „ und “ setzen, oder als Blockzitat mit > vor jeder Zeile.',
  'Quotations checked': 'Zitate geprüft',
  'Word for word: {0} of {1} · sources searched: {2}': 'Wort für Wort: {0} von {1} · durchsuchte Quellen: {2}',
  '1 more quotation was not checked.': '1 weiteres Zitat wurde nicht geprüft.',
  '{0} more quotations were not checked.': '{0} weitere Zitate wurden nicht geprüft.',
  'Word for word': 'Wort für Wort',
  'Nearly: the source has other words': 'Beinahe: die Quelle hat andere Worte',
  'Altered: a mark hides {0}': 'Verändert: eine Auslassung oder Klammer verbirgt {0}',
  'Not found': 'Nicht gefunden',
  'Not looked up': 'Nicht nachgeschlagen',
  'These words stand nearly everywhere.': 'Diese Worte stehen fast überall.',
  'No source has these words, nor nearly these.': 'Keine Quelle hat diese Worte, auch nicht beinahe.',
  'Also here:': 'Auch hier:',
  '**Bold**: in the source alone. ~~Struck through~~: in the quotation alone. […]: left out, and marked.':
    '**Fett**: nur in der Quelle. ~~Durchgestrichen~~: nur im Zitierten. […]: ausgelassen und so gekennzeichnet.',
}
