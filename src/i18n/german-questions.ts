import type { Catalogue } from './say.ts'

/** What cannot be asked, and how a question was read. */
export const questions: Catalogue = {
  // What was typed into a command
  '/{0} has no “{1}”. It has: {2}.': '/{0} hat kein „{1}“, sondern: {2}.',
  'There is no option “{0}”.': 'Es gibt keine Option „{0}“.',
  '“{0}” is missing: {1}': '„{0}“ fehlt: {1}',
  '“{0}” is empty; please say what you want.': '„{0}“ ist leer; bitte sagen, was gewünscht ist.',
  '“{0}” is one of: {1}.': '„{0}“ ist eines von: {1}.',
  '“{0}” takes a whole number from {1} to {2}.': '„{0}“ nimmt eine ganze Zahl von {1} bis {2}.',
  '“{0}” takes at most {1} characters, and this has {2}; please shorten it.':
    '„{0}“ nimmt höchstens {1} Zeichen, und das sind {2}; bitte kürzen.',
  '“{0}” takes text.': '„{0}“ nimmt Text.',
  '“{0}” takes true or false.': '„{0}“ nimmt wahr oder falsch.',

  // What was asked
  'A question takes at most {0} characters, and this has {1}; please shorten it.':
    'Eine Frage hat höchstens {0} Zeichen, und diese hat {1}; bitte kürzen.',
  'A question takes at most {0} phrases in quotation marks and {1} words behind a minus.':
    'Eine Frage hat höchstens {0} Wortfolgen in Anführungszeichen und {1} Wörter hinter einem Minus.',
  'No day is both before {0} and after {1}.': 'Kein Tag liegt zugleich vor {0} und nach {1}.',
  'Please say what you want to know as well, for example: arrests before:2014.':
    'Bitte auch sagen, wonach gefragt wird, zum Beispiel: arrests before:2014.',
  'The question has “{0}:” {1} times; please say it once.': 'Die Frage hat „{0}:“ {1}-mal; bitte nur einmal angeben.',
  'The question names another source than the option; please name one of them.':
    'Die Frage nennt eine andere Quelle als die Option; bitte eine von beiden nennen.',
  '“-{0}:” cannot be read; please leave the minus out.': '„-{0}:“ ist nicht zu verstehen; bitte das Minus weglassen.',
  '“{0}:” takes a year, a month or a day, such as {1}:2014, {2}:2014-05 or {3}:2014-05-03; “{4}” is none.':
    '„{0}:“ nimmt ein Jahr, einen Monat oder einen Tag, etwa {1}:2014, {2}:2014-05 oder {3}:2014-05-03; „{4}“ ist nichts davon.',

  // What was named
  'No source has that quote as it was. If you typed its id, check it for a slip; else the document was changed or removed, so please ask again.':
    'Keine Quelle hat dieses Zitat noch so. Ist die Kennung eingetippt, bitte auf Tippfehler prüfen; sonst wurde das Dokument geändert oder entfernt, also bitte neu fragen.',
  'Several sources are called “{0}”. Give the id of the one you mean.':
    'Mehrere Quellen heißen „{0}“. Bitte die Kennung der gemeinten angeben.',
  'That is no quote id. Copy the id that stands under a quote: it begins with q and has 12 to 20 letters and digits.':
    'Das ist keine Zitat-Kennung. Bitte die Kennung unter einem Zitat kopieren: sie beginnt mit q und hat 12 bis 20 Buchstaben und Ziffern.',
  'The library has no source “{0}”. See /sources for the full list.':
    'Die Bibliothek hat keine Quelle „{0}“. /quellen zeigt alle.',

  // How a question was read
  'No passage has the words in quotation marks side by side, so they were searched for apart.':
    'Keine Stelle hat die Wörter in Anführungszeichen nebeneinander, also wurde einzeln nach ihnen gesucht.',
  'No source that is asked has a date after {0}.': 'Keine befragte Quelle hat ein Datum nach {0}.',
  'No source that is asked has a date after {0} and before {1}.':
    'Keine befragte Quelle hat ein Datum nach {0} und vor {1}.',
  'No source that is asked has a date before {0}.': 'Keine befragte Quelle hat ein Datum vor {0}.',
  '1 source has no date and was left out.': '1 Quelle hat kein Datum und blieb außen vor.',
  '{0} sources have no date and were left out.': '{0} Quellen haben kein Datum und blieben außen vor.',
  'Passages with {0} were left out.': 'Stellen mit {0} blieben außen vor.',
  'Read with your question {0}.': 'Gelesen zusammen mit der Frage {0}.',
  'Read with your questions {0}.': 'Gelesen zusammen mit den Fragen {0}.',
  'The library has no sources yet: put .txt or .md files into its folder.':
    'Die Bibliothek hat noch keine Quellen: .txt- oder .md-Dateien in ihren Ordner legen.',
  'The match is weak: these are the nearest words, and they may not answer.':
    'Das passt nur schwach: es sind die nächsten Worte, und vielleicht antworten sie nicht.',
  'The question has no word to search for; please name what it is about.':
    'Die Frage hat kein Wort, nach dem sich suchen lässt; bitte nennen, worum es geht.',
  'The question is long, so its {0} rarest words were searched for.':
    'Die Frage ist lang, also wurde nach ihren {0} seltensten Wörtern gesucht.',
  '1 document is still being read and is not in this answer.':
    '1 Dokument wird noch gelesen und ist in dieser Antwort nicht berücksichtigt.',
  '{0} documents are still being read and are not in this answer.':
    '{0} Dokumente werden noch gelesen und sind in dieser Antwort nicht berücksichtigt.',
  'You asked nothing here in the last ten minutes, so this question was read by itself.':
    'In den letzten zehn Minuten wurde von Ihnen hier nichts gefragt, also wurde diese Frage für sich gelesen.',
  '{0} are in no source; searched for {1}.': '{0} stehen in keiner Quelle; gesucht wurde nach {1}.',
  '{0} is in no source; searched for {1}.': '{0} steht in keiner Quelle; gesucht wurde nach {1}.',

  // Lists
  '{0} and {1}': '{0} und {1}',
  '{0} or {1}': '{0} oder {1}',
  '{0}, {1}': '{0}, {1}',
  '“{0}”': '„{0}“',
}
