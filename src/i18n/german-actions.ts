import type { Catalogue } from './say.ts'

/** Buttons, menus and forms, and what comes of using them. Labels have at most 34 characters. */
export const actions: Catalogue = {
  // Buttons and menus
  'Ask in other words': 'Anders fragen',
  Context: 'Kontext',
  'Context of {0}': 'Kontext von {0}',
  'Copy as text': 'Als Text kopieren',
  Helpful: 'Hilfreich',
  'Not helpful': 'Nicht hilfreich',
  Longer: 'Länger',
  Shorter: 'Kürzer',
  'More quotes': 'Mehr Zitate',
  'Open a source': 'Eine Quelle öffnen',
  'Open the source': 'Quelle öffnen',
  Rephrase: 'Umformulieren',
  'Share in channel': 'Im Kanal teilen',
  'Notify me when it’s added': 'Benachrichtigen, wenn es da ist',
  'Your question': 'Ihre Frage',
  '← Previous': '← Zurück',
  'Next →': 'Weiter →',

  // Settings
  Answers: 'Antworten',
  'Who sees answers, unless the asker chooses otherwise.':
    'Wer Antworten sieht, wenn beim Fragen nichts anderes gewählt wird.',
  'everyone in the channel': 'alle im Kanal',
  'only the asker': 'nur wer fragt',
  Channels: 'Kanäle',
  'Where Quoth answers. Choose none for all channels.': 'Wo Quoth antwortet. Ohne Auswahl: in allen Kanälen.',
  'all channels': 'alle Kanäle',
  'Choose channels': 'Kanäle wählen',
  Quotes: 'Zitate',
  'Maximum per answer, unless the asker chooses otherwise.':
    'Höchstzahl je Antwort, wenn beim Fragen nichts anderes gewählt wird.',
  '1 quote': '1 Zitat',
  '{0} quotes': '{0} Zitate',
  Style: 'Stil',
  'Plain text works in every client, export and bot.': 'Reiner Text funktioniert in jedem Client, Export und Bot.',
  'cards, with a button next to each quote': 'Karten, mit einer Schaltfläche neben jedem Zitat',
  'plain text': 'reiner Text',
  Language: 'Sprache',
  'The language Quoth speaks. Quotes are never translated.':
    'Die Sprache, in der Quoth antwortet. Zitate werden nie übersetzt.',
  'each reader’s language; public replies use the server’s':
    'die eigene Sprache; öffentliche Antworten in der des Servers',

  // What was done
  'Marked as helpful. Thank you! Whoever runs Quoth uses this to measure its answers.':
    'Als hilfreich gespeichert. Vielen Dank! Daran wird gemessen, wie gut Quoth antwortet.',
  'Marked as not helpful. Thank you! Whoever runs Quoth uses this to measure its answers.':
    'Als nicht hilfreich gespeichert. Vielen Dank! Daran wird gemessen, wie gut Quoth antwortet.',
  'The quotes as text, with their citations:': 'Die Zitate als Text, mit ihren Belegen:',
  'This has already been shared.': 'Das wurde schon geteilt.',
  'You’ll get one message here when the library has an answer.':
    'Sobald die Bibliothek eine Antwort hat, erhalten Sie hier eine Nachricht.',
  'You’ll get one direct message when the library has an answer.':
    'Sobald die Bibliothek eine Antwort hat, erhalten Sie eine Direktnachricht.',
  'You’re already waiting for this.': 'Darauf warten Sie schon.',
  '<@{0}> The library now has an answer to “{1}”:': '<@{0}> Die Bibliothek hat jetzt eine Antwort auf „{1}“:',
  'Run `/ask` to see everything it has.': '`/fragen` zeigt alles, was sie dazu hat.',

  // What cannot be done
  'Did you mean {0}?': 'Meinten Sie {0}?',
  'You’re asking too fast. Please wait 1 second and ask again.':
    'Das sind zu viele Fragen auf einmal. Bitte 1 Sekunde warten und noch einmal fragen.',
  'You’re asking too fast. Please wait {0} seconds and ask again.':
    'Das sind zu viele Fragen auf einmal. Bitte {0} Sekunden warten und noch einmal fragen.',
  'You’re already waiting for {0} questions. You’ll be notified as the library answers them.':
    'Sie warten schon auf Antworten zu {0} Fragen und werden benachrichtigt, sobald die Bibliothek eine hat.',
  'This works only on the answer to a question.': 'Das geht nur bei der Antwort auf eine Frage.',
  'Only people who can manage this server can do that.': 'Das geht nur mit dem Recht, diesen Server zu verwalten.',
  'Only the person who asked can use this. Run `/ask` yourself, or `/context` with the id under a quote.':
    'Das kann nur benutzen, wer gefragt hat. Bitte selbst `/fragen` verwenden, oder `/kontext` mit der Kennung unter einem Zitat.',
  'The library has no more quotes that may answer this. Try asking in other words.':
    'Die Bibliothek hat keine weiteren passenden Zitate. Anders gefragt, finden sich vielleicht welche.',
  'Not shared: the library has changed since this answer. Please ask again.':
    'Nicht geteilt: Die Bibliothek hat sich seit dieser Antwort geändert. Bitte noch einmal fragen.',
  'Not shared: this answer builds on a question you asked privately. Ask the whole question again and share that answer.':
    'Nicht geteilt: Diese Antwort baut auf einer privat gestellten Frage auf. Bitte die ganze Frage neu stellen und diese Antwort teilen.',
  'This may not have been shared. Check the channel, and try again if it is not there.':
    'Das wurde vielleicht nicht geteilt. Bitte im Kanal nachsehen und es noch einmal versuchen, wenn es dort fehlt.',
  'This has expired: buttons work for one day. Please run the command again.':
    'Das ist abgelaufen: Schaltflächen funktionieren einen Tag lang. Bitte den Befehl noch einmal ausführen.',
  'That choice no longer exists. Please run /settings again.':
    'Diese Auswahl gibt es nicht mehr. Bitte /einstellungen noch einmal aufrufen.',
  'Quoth no longer has this command. Reload Discord to see the current ones.':
    'Diesen Befehl gibt es nicht mehr. Bitte Discord neu laden, um die aktuellen Befehle zu sehen.',
  'Not shared: you may not write in this channel.': 'Nicht geteilt: Sie dürfen in diesem Kanal nicht schreiben.',
  'Not shared: Quoth no longer answers in this channel.': 'Nicht geteilt: Quoth antwortet in diesem Kanal nicht mehr.',
  'Quoth does not answer in this channel. Please ask in {0}.':
    'Quoth antwortet in diesem Kanal nicht. Bitte in {0} fragen.',
  'This message has no text that Quoth can read.': 'Diese Nachricht enthält keinen Text, den Quoth lesen kann.',

  // What went wrong
  'Something went wrong, and it’s not your fault. Please try again. If it keeps happening, tell whoever runs Quoth this number: `{0}`':
    'Etwas ist schiefgegangen; an Ihnen liegt es nicht. Bitte noch einmal versuchen. Falls es wieder passiert, bitte diese Nummer den Betreibern von Quoth nennen: `{0}`',
  'Quoth is restarting and could not finish this. Please ask again in a minute.':
    'Quoth startet gerade neu und konnte das nicht zu Ende bringen. Bitte in einer Minute noch einmal fragen.',
  'This cannot be saved, because the bot’s disk is full. Please tell whoever runs it.':
    'Das lässt sich nicht merken: der Speicher des Bots ist voll. Bitte dem Betrieb Bescheid geben.',
  'The bot’s data is damaged. Please ask whoever runs it to restart it. It will then use what is intact.':
    'Was der Bot aufhebt, ist beschädigt. Wer ihn betreibt, möge ihn neu starten: Er nutzt dann, was heil ist.',
  'The bot cannot access its data. Please try again, or tell whoever runs it.':
    'Der Bot erreicht nicht, was er sich gemerkt hat. Bitte noch einmal versuchen oder dem Betrieb Bescheid geben.',
}
