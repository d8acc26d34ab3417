import type { Catalogue } from './say.ts'

/** What cannot be asked, and how a question was read. */
export const questions: Catalogue = {
  // What was typed into a command
  '/{0} has no subcommand “{1}”. It has: {2}.': '/{0} hat keinen Unterbefehl „{1}“. Es gibt: {2}.',
  'There is no option “{0}”.': 'Es gibt keine Option „{0}“.',
  '“{0}” is missing: {1}': '„{0}“ fehlt: {1}',
  '“{0}” is empty; please fill it in.': '„{0}“ ist leer; bitte ausfüllen.',
  '“{0}” must be one of: {1}.': '„{0}“ muss eines hiervon sein: {1}.',
  '“{0}” must be a whole number from {1} to {2}.': '„{0}“ muss eine ganze Zahl von {1} bis {2} sein.',
  '“{0}” can have at most {1} characters; this has {2}.': '„{0}“ darf höchstens {1} Zeichen haben; das sind {2}.',
  '“{0}” must be text.': '„{0}“ muss Text sein.',
  '“{0}” must be true or false.': '„{0}“ muss wahr oder falsch sein.',

  // What was asked
  'A question can have at most {0} characters; this has {1}.':
    'Eine Frage darf höchstens {0} Zeichen haben; diese hat {1}.',
  'A question can have at most {0} phrases in quotation marks and {1} words after a minus.':
    'Eine Frage darf höchstens {0} Wortfolgen in Anführungszeichen und {1} Wörter nach einem Minus haben.',
  'No day is both before {0} and after {1}.': 'Kein Tag liegt vor {0} und zugleich nach {1}.',
  'Please add what you want to know, for example: arrests before:2014.':
    'Bitte ergänzen, wonach gefragt wird, zum Beispiel: arrests before:2014.',
  'The question has “{0}:” {1} times; please use it only once.':
    'Die Frage hat „{0}:“ {1}-mal; bitte nur einmal angeben.',
  'The question and the option name different sources; please name only one.':
    'Die Frage und die Option nennen verschiedene Quellen; bitte nur eine nennen.',
  '“-{0}:” is not supported; please leave out the minus.': '„-{0}:“ gibt es nicht; bitte das Minus weglassen.',
  '“{0}:” needs a year, month or day, such as {1}:2014, {2}:2014-05 or {3}:2014-05-03; “{4}” is not one.':
    '„{0}:“ braucht ein Jahr, einen Monat oder einen Tag, etwa {1}:2014, {2}:2014-05 oder {3}:2014-05-03; „{4}“ ist nichts davon.',

  // What was named
  'No source has this quote any longer. If you typed its id, check it for typos; otherwise the document was changed or removed, so please ask again.':
    'Keine Quelle hat dieses Zitat mehr. Eine eingetippte Kennung bitte auf Tippfehler prüfen; sonst wurde das Dokument geändert oder entfernt, also bitte neu fragen.',
  'Several sources are called “{0}”. Give the id of the one you mean.':
    'Mehrere Quellen heißen „{0}“. Bitte die Kennung der gemeinten angeben.',
  'That is not a quote id. Copy the id shown under a quote: it begins with q and has 12 to 20 letters and digits.':
    'Das ist keine Zitat-Kennung. Bitte die Kennung unter einem Zitat kopieren: sie beginnt mit q und hat 12 bis 20 Buchstaben und Ziffern.',
  'The library has no source “{0}”. See /sources for the full list.':
    'Die Bibliothek hat keine Quelle „{0}“. /quellen zeigt alle.',

  // How a question was read
  'No passage has the words in quotation marks side by side, so they were searched for separately.':
    'In keiner Stelle stehen die Wörter in Anführungszeichen nebeneinander, also wurden sie einzeln gesucht.',
  'No source searched is dated after {0}.': 'Keine durchsuchte Quelle hat ein Datum nach {0}.',
  'No source searched is dated after {0} and before {1}.':
    'Keine durchsuchte Quelle hat ein Datum nach {0} und vor {1}.',
  'No source searched is dated before {0}.': 'Keine durchsuchte Quelle hat ein Datum vor {0}.',
  '1 source has no date and was left out.': '1 Quelle hat kein Datum und wurde ausgelassen.',
  '{0} sources have no date and were left out.': '{0} Quellen haben kein Datum und wurden ausgelassen.',
  'Passages with {0} were left out.': 'Stellen mit {0} wurden ausgelassen.',
  'Read with your question {0}.': 'Zusammen mit Ihrer Frage {0} verstanden.',
  'Read with your questions {0}.': 'Zusammen mit Ihren Fragen {0} verstanden.',
  'The library has no sources yet: put documents (PDF, Word, HTML, text, mail and others) into its folder.':
    'Die Bibliothek hat noch keine Quellen: Bitte Dokumente (PDF, Word, HTML, Text, Mail und andere) in ihren Ordner legen.',
  'The match is weak: these are the closest quotes, and they may not answer your question.':
    'Der Treffer ist schwach: Das sind die ähnlichsten Zitate, und vielleicht beantworten sie die Frage nicht.',
  'The question seems to be in {0}. The library is in {1}.':
    'Die Sprache der Frage scheint {0} zu sein. Sprachen der Bibliothek: {1}.',
  'Found by meaning, with none of your keywords: {0}.': 'Dem Sinn nach gefunden, ohne eines Ihrer Suchwörter: {0}.',
  'What was found does not mention {0}.': 'Was gefunden wurde, erwähnt {0} nicht.',
  'What was found names no price.': 'Was gefunden wurde, nennt keinen Preis.',
  'What was found does not say how many {0} there are.': 'Was gefunden wurde, sagt nicht, wie viele {0} es sind.',
  'The question has no words to search for; please say what it is about.':
    'Die Frage hat keine Wörter, nach denen sich suchen lässt; bitte sagen, worum es geht.',
  'The question is long, so only its {0} rarest words were searched for.':
    'Die Frage ist lang, also wurde nur nach ihren {0} seltensten Wörtern gesucht.',
  '1 document is still being read and is not in this answer.':
    '1 Dokument wird noch gelesen und ist in dieser Antwort nicht berücksichtigt.',
  '{0} documents are still being read and are not in this answer.':
    '{0} Dokumente werden noch gelesen und sind in dieser Antwort nicht berücksichtigt.',
  'You asked nothing here in the last ten minutes, so this question was read on its own.':
    'Sie haben hier in den letzten zehn Minuten nichts gefragt, also wurde diese Frage für sich gelesen.',
  '{0} are in no source; searched for {1}.': '{0} stehen in keiner Quelle; gesucht wurde nach {1}.',
  '{0} is in no source; searched for {1}.': '{0} steht in keiner Quelle; gesucht wurde nach {1}.',

  // Lists
  '{0} and {1}': '{0} und {1}',
  '{0} or {1}': '{0} oder {1}',
  '{0}, {1}': '{0}, {1}',
  '“{0}”': '„{0}“',
}
