import type { Catalogue, Wording } from './say.ts'

/** What the commands, their options and their examples say of themselves: at most 100 characters each. */
export const commands: Catalogue = {
  // ask
  'Ask a question; the answer is quoted from the sources, with citations':
    'Eine Frage stellen; die Antwort wird mit Beleg aus den Quellen zitiert',
  'What you want to know; see /help for "…", -word, source: and before:':
    'Ihre Frage; /hilfe erklärt "…", -wort, source: und before:',
  'Search only this source': 'Nur in dieser Quelle suchen',
  'Maximum number of quotes; 3 by default, or what the server has set':
    'Höchstzahl der Zitate; sonst 3 oder wie auf dem Server eingestellt',
  'Follow up on your last question here, such as “and in 2014?”':
    'An Ihre letzte Frage hier anknüpfen, etwa „und im Jahr 2014?“',
  'Show the answer only to you (true) or to everyone (false)':
    'Die Antwort nur Ihnen zeigen (wahr) oder allen (falsch)',
  'these words next to each other': 'diese Wörter nebeneinander',
  'no passages with this word; -"stock market" for a phrase':
    'keine Stellen mit diesem Wort; -"stock market" für eine Wortfolge',
  'only this source; source:"Annual Report" by its title': 'nur diese Quelle; source:"Annual Report" nach dem Titel',
  'only sources dated before that year, month or day, such as before:2014-05-03':
    'nur Quellen mit einem Datum vor diesem Jahr, Monat oder Tag, etwa before:2014-05-03',
  'only sources dated after it': 'nur Quellen mit einem Datum danach',

  // cite, context
  'Format a reference for a quote from Quoth': 'Eine Literaturangabe für ein Zitat von Quoth erstellen',
  'The id shown with the quote': 'Die Kennung, die beim Zitat steht',
  'The style of the reference; a plain line by default': 'Stil der Angabe; sonst eine einfache Zeile',
  'Show a quote from Quoth in context: its paragraph and the ones before and after':
    'Ein Zitat von Quoth im Kontext zeigen: sein Absatz, der davor und der danach',
  'Show the text around this paragraph of the same source': 'Stattdessen um diesen Absatz derselben Quelle herum',

  // check-quotes, find-sources
  'Check whether the quotations in a text appear word for word in the library':
    'Prüfen, ob die Zitate in einem Text wörtlich in der Bibliothek stehen',
  'The text with the quotations to check': 'Der Text mit den Zitaten',
  'Show the result only to you (true) or to everyone (false)':
    'Das Ergebnis nur Ihnen zeigen (wahr) oder allen (falsch)',
  'Find quotes to compare with each statement in a text': 'Zitate zum Vergleich mit jeder Aussage eines Textes finden',
  'The text with the statements to look up': 'Der Text, dessen Aussagen nachgeschlagen werden',
  'Show the quotes only to you (true) or to everyone (false)': 'Die Zitate nur Ihnen zeigen (wahr) oder allen (falsch)',
  'Show the summary only to you (true) or to everyone (false)':
    'Die Zusammenfassung nur Ihnen zeigen (wahr) oder allen (falsch)',

  // help, settings
  'What Quoth does, and how to use its commands': 'Was Quoth kann und wie man die Befehle benutzt',
  'How Quoth answers in this server': 'Wie Quoth auf diesem Server antwortet',

  // sources
  'Show what is in the library': 'Zeigen, was in der Bibliothek ist',
  'List the sources in the library': 'Die Quellen der Bibliothek auflisten',
  'Page of the list': 'Seite der Liste',
  'Show what is known about a source, and what was left out of its text and why':
    'Zeigen, was über eine Quelle bekannt ist und was von ihrem Text warum ausgelassen wurde',
  'The source to show': 'Die gewünschte Quelle',

  // summarise
  'Summarise a source in its own sentences: unchanged, in order, each cited':
    'Eine Quelle in ihren eigenen Sätzen zusammenfassen: unverändert, der Reihe nach, mit Beleg',
  'The source to summarise': 'Die Quelle, die zusammengefasst wird',
  'Number of sentences': 'Anzahl der Sätze',
}

/** Commands, subcommands, options and choices. Each has one name, wherever it stands. */
export const names: Wording['names'] = {
  ask: 'fragen',
  'check-quotes': 'zitate-prüfen',
  cite: 'zitieren',
  context: 'kontext',
  'find-sources': 'quellen-finden',
  'forget-me': 'vergiss-mich',
  help: 'hilfe',
  library: 'bibliothek',
  settings: 'einstellungen',
  sources: 'quellen',
  summarise: 'zusammenfassen',

  'Add to library': 'Zur Bibliothek hinzufügen',
  'Check quotes': 'Zitate prüfen',
  'Find sources': 'Quellen finden',

  list: 'liste',
  show: 'zeigen',
  add: 'hinzufügen',
  edit: 'ändern',
  visibility: 'sichtbarkeit',
  remove: 'entfernen',
  restore: 'wiederherstellen',
  export: 'exportieren',
  audit: 'protokoll',

  file: 'datei',
  'file-2': 'datei-2',
  'file-3': 'datei-3',
  'file-4': 'datei-4',
  'file-5': 'datei-5',
  channel: 'kanal',
  'channel-2': 'kanal-2',
  'channel-3': 'kanal-3',
  role: 'rolle',
  'role-2': 'rolle-2',
  'role-3': 'rolle-3',
  address: 'adresse',
  apart: 'getrennt',
  removed: 'entfernt',
  document: 'dokument',
  title: 'titel',
  authors: 'autoren',
  publisher: 'herausgeber',
  date: 'datum',
  url: 'url',
  'for-good': 'endgültig',
  erase: 'löschen',
  'managers-alone': 'nur-verwalter',
  shared: 'geteiltes',

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
  'No statements to look up': 'Keine Aussagen zum Nachschlagen',
  'The text makes no statements: questions, greetings, links and commands are skipped. To ask a question, use /ask.':
    'Der Text enthält keine Aussagen: Fragen, Grüße, Links und Befehle werden übersprungen. Für Fragen gibt es /fragen.',
  'Statements looked up: {0} · sources searched: {1}': 'Nachgeschlagene Aussagen: {0} · durchsuchte Quellen: {1}',
  '1 more statement was not looked up.': '1 weitere Aussage wurde nicht nachgeschlagen.',
  '{0} more statements were not looked up.': '{0} weitere Aussagen wurden nicht nachgeschlagen.',
  'Nothing in the library is close enough to quote.': 'Nichts in der Bibliothek passt gut genug für ein Zitat.',
  'Weak match: this may be beside the point.': 'Schwacher Treffer: Das geht vielleicht an der Sache vorbei.',
  'What the sources say about it': 'Was die Quellen dazu sagen',
  'A quote may support a statement or contradict it: please compare.':
    'Ein Zitat kann eine Aussage stützen oder ihr widersprechen: bitte vergleichen.',

  // Quotations
  'No quotations to check': 'Keine Zitate zum Prüfen',
  'The text has nothing in quotation marks. Put the quoted words between “ and ”, or in a block quote with > before each line.':
    'Im Text steht nichts in Anführungszeichen. Bitte das Zitierte zwischen „ und “ setzen oder als Blockzitat mit > vor jeder Zeile schreiben.',
  'Quotations checked': 'Zitate geprüft',
  'Word for word: {0} of {1} · sources searched: {2}': 'Wort für Wort: {0} von {1} · durchsuchte Quellen: {2}',
  '1 more quotation was not checked.': '1 weiteres Zitat wurde nicht geprüft.',
  '{0} more quotations were not checked.': '{0} weitere Zitate wurden nicht geprüft.',
  'Word for word': 'Wort für Wort',
  'Almost: the source has different words': 'Fast: Die Quelle hat andere Worte',
  'Altered: an omission hides {0}': 'Verändert: Die Auslassung verbirgt {0}',
  'Not found': 'Nicht gefunden',
  'Not looked up': 'Nicht nachgeschlagen',
  'These words appear almost everywhere.': 'Diese Worte stehen fast überall.',
  'No source has these words or anything close.': 'Keine Quelle hat diese oder ähnliche Worte.',
  'Also here:': 'Auch hier:',
  '**Bold**: only in the source. ~~Struck through~~: only in the quotation. […]: marked as left out.':
    '**Fett**: nur in der Quelle. ~~Durchgestrichen~~: nur im Zitat. […]: als Auslassung gekennzeichnet.',
}
