import type { Catalogue } from './say.ts'

/** What cannot be asked, and how a question was read. */
export const questions: Catalogue = {
  // What was typed into a command
  '/{0} has no “{1}”. It has: {2}.': '/{0} hat kein „{1}“. Möglich sind: {2}.',
  'There is no option “{0}”.': 'Es gibt keine Option „{0}“.',
  '“{0}” is missing: {1}': '„{0}“ fehlt: {1}',
  '“{0}” is empty; please say what you want.': '„{0}“ ist leer; bitte etwas eingeben.',
  '“{0}” is one of: {1}.': 'Für „{0}“ sind möglich: {1}.',
  '“{0}” takes a whole number from {1} to {2}.': '„{0}“ muss eine ganze Zahl von {1} bis {2} sein.',
  '“{0}” takes at most {1} characters, and this has {2}; please shorten it.':
    '„{0}“ darf höchstens {1} Zeichen haben, hier sind es {2}; bitte kürzen.',
  '“{0}” takes text.': '„{0}“ muss Text sein.',
  '“{0}” takes true or false.': '„{0}“ muss wahr oder falsch sein.',

  // What was asked
  'A question takes at most {0} characters, and this has {1}; please shorten it.':
    'Eine Frage darf höchstens {0} Zeichen haben, diese hat {1}; bitte kürzen.',
  'A question takes at most {0} phrases in quotation marks and {1} words behind a minus.':
    'Eine Frage darf höchstens {0} Wortfolgen in Anführungszeichen und {1} Wörter nach einem Minus enthalten.',
  'No day is both before {0} and after {1}.': 'Kein Tag liegt vor {0} und zugleich nach {1}.',
  'Please say what you want to know as well, for example: arrests before:2014.':
    'Bitte auch angeben, was Sie wissen möchten, zum Beispiel: arrests before:2014.',
  'The question has “{0}:” {1} times; please say it once.':
    '„{0}:“ kommt in der Frage {1}-mal vor; bitte nur einmal angeben.',
  'The question names another source than the option; please name one of them.':
    'Die Frage nennt eine andere Quelle als die Option; bitte nur eine angeben.',
  '“-{0}:” cannot be read; please leave the minus out.': '„-{0}:“ ist nicht möglich; bitte das Minus weglassen.',
  '“{0}:” takes a year, a month or a day, such as {1}:2014, {2}:2014-05 or {3}:2014-05-03; “{4}” is none.':
    '„{0}:“ braucht ein Jahr, einen Monat oder einen Tag, etwa {1}:2014, {2}:2014-05 oder {3}:2014-05-03; „{4}“ ist keines davon.',

  // What was named
  'No source has that quote as it was. If you typed its id, check it for a slip; else the document was changed or removed, so please ask again.':
    'Dieses Zitat steht so in keiner Quelle mehr. Falls die Kennung eingetippt wurde, bitte auf Tippfehler prüfen; sonst wurde das Dokument geändert oder entfernt. Dann bitte neu fragen.',
  'Several sources are called “{0}”; please name one by its id.':
    'Mehrere Quellen heißen „{0}“; bitte die Kennung angeben.',
  'That is no quote id. Copy the id that stands under a quote: it begins with q and has 12 to 20 letters and digits.':
    'Das ist keine Zitat-Kennung. Bitte die Kennung unter einem Zitat kopieren: Sie beginnt mit q und hat 12 bis 20 Buchstaben und Ziffern.',
  'The library has no source “{0}”. See /sources for all of them.':
    'In der Bibliothek gibt es keine Quelle „{0}“. /quellen zeigt alle.',

  // How a question was read
  'No passage has the words in quotation marks side by side, so they were searched for apart.':
    'Die Wörter in Anführungszeichen stehen nirgends nebeneinander, daher wurde einzeln nach ihnen gesucht.',
  'No source that is asked has a date after {0}.': 'Keine befragte Quelle hat ein Datum nach {0}.',
  'No source that is asked has a date after {0} and before {1}.':
    'Keine befragte Quelle hat ein Datum nach {0} und vor {1}.',
  'No source that is asked has a date before {0}.': 'Keine befragte Quelle hat ein Datum vor {0}.',
  '1 source has no date and was left out.': '1 Quelle hat kein Datum und wurde ausgelassen.',
  '{0} sources have no date and were left out.': '{0} Quellen haben kein Datum und wurden ausgelassen.',
  'Passages with {0} were left out.': 'Stellen mit {0} wurden ausgelassen.',
  'Read with your question {0}.': 'Zusammen mit Ihrer Frage {0} verstanden.',
  'Read with your questions {0}.': 'Zusammen mit Ihren Fragen {0} verstanden.',
  'The library has no sources yet: put .txt or .md files into its folder.':
    'Die Bibliothek hat noch keine Quellen: Bitte .txt- oder .md-Dateien in ihren Ordner legen.',
  'The match is weak: these are the nearest words, and they may not answer.':
    'Schwacher Treffer: Das sind die nächstliegenden Stellen, vielleicht ohne Antwort.',
  'The question has no word to search for; please name what it is about.':
    'Die Frage enthält kein Wort, nach dem sich suchen lässt; bitte angeben, worum es geht.',
  'The question is long, so its {0} rarest words were searched for.':
    'Die Frage ist lang, daher wurde nach ihren {0} seltensten Wörtern gesucht.',
  'You asked nothing here in the last ten minutes, so this question was read by itself.':
    'Sie haben hier in den letzten zehn Minuten nichts gefragt, daher steht diese Frage für sich.',
  '{0} are in no source; searched for {1}.': '{0} stehen in keiner Quelle; gesucht wurde nach {1}.',
  '{0} is in no source; searched for {1}.': '{0} steht in keiner Quelle; gesucht wurde nach {1}.',

  // Lists
  '{0} and {1}': '{0} und {1}',
  '{0} or {1}': '{0} oder {1}',
  '{0}, {1}': '{0}, {1}',
  '“{0}”': '„{0}“',
}
