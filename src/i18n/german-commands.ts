import type { Catalogue, Wording } from './say.ts'

/** What the commands, their options and their examples say of themselves: at most 100 characters each. */
export const commands: Catalogue = {
  // ask
  'Ask a question; the answer is the words of the sources, quoted and cited':
    'Eine Frage stellen; die Antwort sind die Worte der Quellen, als Zitate mit Beleg',
  'What you want to know; /help says what "…", -word, source: and before: do':
    'Was gefragt wird; /hilfe erklärt "…", -wort, source: und before:',
  'Look in this source only': 'Nur in dieser Quelle suchen',
  'How many quotes to give at most; 3, or what the server has set, when not said':
    'Wie viele Zitate höchstens; sonst 3 oder so viele, wie der Server festlegt',
  'Add to your last question here, such as “and in 2014?”':
    'An Ihre letzte Frage hier anschließen, etwa „und im Jahr 2014?“',
  'Show the answer to you alone, or to all': 'Die Antwort nur Ihnen zeigen, oder allen',
  'these words side by side': 'diese Wörter nebeneinander',
  'no passage with this word; -"stock market" for several': 'keine Stelle mit diesem Wort; -"stock market" für mehrere',
  'this source only; source:"Annual Report" by its title': 'nur diese Quelle; source:"Annual Report" nach dem Titel',
  'only sources dated before that year, month or day, such as before:2014-05-03':
    'nur Quellen mit einem Datum vor diesem Jahr, Monat oder Tag, etwa before:2014-05-03',
  'only sources dated after it': 'nur Quellen mit einem Datum danach',

  // cite, context
  'One formatted reference for a quote that Quoth gave': 'Eine fertige Literaturangabe für ein Zitat von Quoth',
  'The id that stands with the quote': 'Die Kennung, die beim Zitat steht',
  'How to write it; a plain line when not said': 'In welchem Stil; eine einfache Zeile, wenn nichts gesagt ist',
  'What stands around a quote that Quoth gave: the paragraph before, its own, the one after':
    'Was um ein Zitat von Quoth herum steht: der Absatz davor, der eigene, der danach',
  'Look around this paragraph of the same source': 'Um diesen Absatz derselben Quelle herum',

  // check-quotes, find-sources
  'Whether what a text puts between quotation marks stands in the library word for word':
    'Ob das, was ein Text in Anführungszeichen setzt, Wort für Wort in der Bibliothek steht',
  'The text with the quotations': 'Der Text mit den Zitaten',
  'Show what was found to you alone, or to all': 'Was gefunden wurde nur Ihnen zeigen, oder allen',
  'What the library has on each statement of a text: quotes to compare it with':
    'Was die Bibliothek zu jeder Aussage eines Textes hat: Zitate zum Vergleichen',
  'The text whose statements to look up': 'Der Text, dessen Aussagen nachgeschlagen werden',
  'Show the quotes to you alone, or to all': 'Die Zitate nur Ihnen zeigen, oder allen',
  'Show the summary to you alone, or to all': 'Die Zusammenfassung nur Ihnen zeigen, oder allen',

  // help, settings
  'What Quoth does, and how to use its commands': 'Was Quoth tut und wie die Befehle gehen',
  'How Quoth answers in this server': 'Wie Quoth auf diesem Server antwortet',

  // sources
  'What is in the library': 'Was in der Bibliothek steht',
  'List the sources of the library': 'Die Quellen der Bibliothek auflisten',
  'Which page of the list': 'Welche Seite der Liste',
  'What is known of a source, and what of its text was left out and why':
    'Was über eine Quelle bekannt ist und was von ihrem Text aus welchem Grund außen vor blieb',
  'The source to show': 'Welche Quelle',

  // summarise
  'Sentences that stand for a source: unchanged, in its order, each cited':
    'Sätze, die für eine Quelle stehen: unverändert, in ihrer Reihenfolge, jeder belegt',
  'The source to summarise': 'Welche Quelle',
  'How many sentences to choose': 'Wie viele Sätze',
}

/** Commands, subcommands, options and choices. Each has one name, wherever it stands. */
export const names: Wording['names'] = {
  ask: 'fragen',
  'check-quotes': 'zitate-prüfen',
  cite: 'zitieren',
  context: 'kontext',
  'find-sources': 'quellen-finden',
  help: 'hilfe',
  settings: 'einstellungen',
  sources: 'quellen',
  summarise: 'zusammenfassen',

  'Check quotes': 'Zitate prüfen',
  'Find sources': 'Quellen finden',

  list: 'liste',
  show: 'zeigen',

  'follow-up': 'anschlussfrage',
  page: 'seite',
  paragraph: 'absatz',
  private: 'privat',
  question: 'frage',
  'quote-id': 'zitat-id',
  quotes: 'zitate',
  sentences: 'sätze',
  source: 'quelle',
  style: 'stil',
  text: 'text',

  plain: 'einfach',
}

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
