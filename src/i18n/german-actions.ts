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
  'Tell me when it is added': 'Melden, wenn es dazukommt',
  'Your question': 'Ihre Frage',
  '← Earlier': '← Davor',
  'Later →': 'Danach →',

  // Settings
  Answers: 'Antworten',
  'Who sees an answer where the asker does not say.': 'Wer eine Antwort sieht, wenn beim Fragen nichts gesagt ist.',
  'everyone in the channel': 'alle im Kanal',
  'the asker alone': 'nur wer fragt',
  Channels: 'Kanäle',
  'Where Quoth answers. Choose none for all of them.': 'Wo Quoth antwortet. Keinen wählen heißt: in allen.',
  'all of them': 'alle',
  'Choose channels': 'Kanäle wählen',
  Quotes: 'Zitate',
  'How many an answer has at most, where the asker does not say.':
    'Wie viele eine Antwort höchstens hat, wenn beim Fragen nichts gesagt ist.',
  '1 quote': '1 Zitat',
  '{0} quotes': '{0} Zitate',
  Style: 'Stil',
  'Plain text can be read by every client, exporter and bot.':
    'Reinen Text kann jedes Programm, jeder Export und jeder Bot lesen.',
  'cards, with a button beside each quote': 'Karten, mit einem Knopf neben jedem Zitat',
  'plain text': 'reiner Text',
  Language: 'Sprache',
  'In which Quoth speaks. Quotes are never translated.':
    'Die Sprache, in der Quoth spricht. Zitate werden nie übersetzt.',
  'each reader’s own; of what all see, the server’s': 'die eigene; was alle sehen, in der des Servers',

  // What was done
  'Noted as helpful. Thank you: whoever runs Quoth measures its answers by this.':
    'Als hilfreich vermerkt. Danke: wer Quoth betreibt, misst seine Antworten daran.',
  'Noted as not helpful. Thank you: whoever runs Quoth measures its answers by this.':
    'Als nicht hilfreich vermerkt. Danke: wer Quoth betreibt, misst seine Antworten daran.',
  'The quotes as text, with their citations:': 'Die Zitate als Text, mit ihren Belegen:',
  'This is shared already.': 'Das ist schon geteilt.',
  'You will be told here, once, when the library has an answer.':
    'Sobald die Bibliothek eine Antwort hat, kommt hier einmal eine Nachricht.',
  'You will get a direct message, once, when the library has an answer.':
    'Sobald die Bibliothek eine Antwort hat, kommt einmal eine Direktnachricht.',
  'You are waiting for this already.': 'Darauf warten Sie schon.',
  '<@{0}> The library has an answer now to “{1}”:': '<@{0}> Die Bibliothek hat jetzt eine Antwort auf „{1}“:',
  'Run `/ask` to see everything that it has.': '`/fragen` zeigt alles, was sie hat.',

  // What cannot be done
  'Did you mean {0}?': 'War {0} gemeint?',
  'You ask faster than Quoth may answer. Please wait 1 second and ask again.':
    'Die Fragen kommen schneller, als Quoth antworten darf. Bitte 1 Sekunde warten und noch einmal fragen.',
  'You ask faster than Quoth may answer. Please wait {0} seconds and ask again.':
    'Die Fragen kommen schneller, als Quoth antworten darf. Bitte {0} Sekunden warten und noch einmal fragen.',
  'You are waiting for {0} questions already. You will be told as the library answers them.':
    'Sie warten schon auf {0} Fragen. Sobald die Bibliothek sie beantwortet, kommt eine Nachricht.',
  'Only a question can be waited for.': 'Warten lässt sich nur auf die Antwort einer Frage.',
  'Only answers can be judged.': 'Nur Antworten lassen sich bewerten.',
  'Only those who may manage this server can do that.': 'Das können nur, die diesen Server verwalten dürfen.',
  'Only the person who asked can use this. Run `/ask` yourself, or `/context` with the id that stands under a quote.':
    'Das kann nur benutzen, wer gefragt hat. Selbst geht es mit `/fragen`, oder mit `/kontext` und der Kennung unter einem Zitat.',
  'The library has no more quotes that may answer. Ask in other words to find others.':
    'Die Bibliothek hat keine weiteren Zitate, die antworten könnten. Mit anderen Worten gefragt, finden sich vielleicht welche.',
  'The library has changed since this was quoted, so nothing was shared. Please ask again.':
    'Die Bibliothek hat sich seit diesem Zitat geändert, also wurde nichts geteilt. Bitte noch einmal fragen.',
  'This was read with a question that you asked in private, so it was not shared. Ask in full, and share that.':
    'Das gehört zu einer Frage, die Sie privat gestellt haben, also wurde es nicht geteilt. Bitte im Ganzen fragen, und das teilen.',
  'This could not be shared here. Look whether it is there all the same, and try again if it is not.':
    'Das ließ sich hier nicht teilen. Bitte nachsehen, ob es trotzdem da ist, und es sonst noch einmal versuchen.',
  'This has expired: replies can be used for a day. Please run the command again.':
    'Das ist abgelaufen: Antworten lassen sich einen Tag lang benutzen. Bitte den Befehl noch einmal geben.',
  'That is no longer offered. Please use /settings again.':
    'Das gibt es nicht mehr. Bitte noch einmal /einstellungen benutzen.',
  'Quoth no longer has this command. Reload Discord to see the ones that it has.':
    'Diesen Befehl hat Quoth nicht mehr. Discord neu laden, um die zu sehen, die es hat.',
  'Quoth does not answer in this channel any more, so nothing was shared.':
    'Quoth antwortet in diesem Kanal nicht mehr, also wurde nichts geteilt.',
  'Quoth does not answer in this channel. Please ask in {0}.':
    'Quoth antwortet in diesem Kanal nicht. Bitte in {0} fragen.',
  'This message has no text that Quoth can read. Choose one with words in it.':
    'Diese Nachricht hat keinen Text, den Quoth lesen kann. Bitte eine mit Worten wählen.',

  // What went wrong
  'Something went wrong, and it is not your doing. Please try again; if it stays, tell whoever runs Quoth this number: `{0}`':
    'Etwas ist schiefgegangen, und es liegt nicht an Ihnen. Bitte noch einmal versuchen; bleibt es dabei, diese Nummer dem Betrieb von Quoth nennen: `{0}`',
  'Quoth is restarting and could not finish this. Please ask again in a minute.':
    'Quoth startet gerade neu und konnte das nicht zu Ende bringen. Bitte in einer Minute noch einmal fragen.',
  'This cannot be saved, because the bot’s disk is full. Please tell whoever runs it.':
    'Das lässt sich nicht merken: der Speicher des Bots ist voll. Bitte dem Betrieb Bescheid geben.',
  'The bot’s data is damaged. Please ask whoever runs it to restart it. It will then use what is intact.':
    'Was der Bot aufhebt, ist beschädigt. Wer ihn betreibt, möge ihn neu starten: Er nutzt dann, was heil ist.',
  'The bot cannot access its data. Please try again, or tell whoever runs it.':
    'Der Bot erreicht nicht, was er sich gemerkt hat. Bitte noch einmal versuchen oder dem Betrieb Bescheid geben.',
}
