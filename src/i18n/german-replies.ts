import type { Catalogue } from './say.ts'

/** What stands around quotes, and around what is told of sources. */
export const replies: Catalogue = {
  // Answers
  '1 quote from 1 source': '1 Zitat aus 1 Quelle',
  '{0} quotes from 1 source': '{0} Zitate aus 1 Quelle',
  '{0} quotes from {1} sources': '{0} Zitate aus {1} Quellen',
  'Words that no source has: {0}.': 'Wörter, die keine Quelle hat: {0}.',
  'Words that no source has: {0} and {1} more.': 'Wörter, die keine Quelle hat: {0} und {1} weitere.',
  'I could not find that in the library': 'Das war in der Bibliothek nicht zu finden',
  'Searched **1 source** for “{0}”: no passage answers it well enough to quote.':
    '**1 Quelle** nach „{0}“ durchsucht: keine Stelle antwortet gut genug, um sie zu zitieren.',
  'Searched **{0} sources** for “{1}”: no passage answers it well enough to quote.':
    '**{0} Quellen** nach „{1}“ durchsucht: keine Stelle antwortet gut genug, um sie zu zitieren.',
  'There was no source to search.': 'Es gab keine Quelle, die zu durchsuchen wäre.',
  'Nearest in matter; they may not answer you:': 'Der Sache nach am nächsten; vielleicht antworten sie nicht:',

  // Summaries, contexts and references
  'Summary: {0}': 'Zusammenfassung: {0}',
  '{0} of {1} sentences, unchanged, in document order':
    '{0} von {1} Sätzen, unverändert, in der Reihenfolge der Quelle',
  'Its only sentence, unchanged': 'Der einzige Satz, unverändert',
  'It has no sentence that can be quoted.': 'Diese Quelle hat keinen Satz, der sich zitieren lässt.',
  'Context: {0}': 'Kontext: {0}',
  'Paragraph {0} of {1}': 'Absatz {0} von {1}',
  'Paragraphs {0} to {1} of {2}': 'Absätze {0} bis {1} von {2}',
  'The paragraph with the quote': 'Der Absatz mit dem Zitat',
  'Before it': 'Davor',
  'After it': 'Danach',
  'Reference ({0})': 'Literaturangabe ({0})',

  // Citations
  'untitled: “{0}”': 'ohne Titel: „{0}“',
  '{0} and {1} more': '{0} und {1} weitere',
  'updated {0}': 'aktualisiert {0}',
  '{0} speaking': 'es spricht {0}',

  // Sources
  '1 source in the library': '1 Quelle in der Bibliothek',
  '{0} sources in the library': '{0} Quellen in der Bibliothek',
  'There is nothing to quote from yet: put .txt or .md files into the library folder.':
    'Noch gibt es nichts zu zitieren: .txt- oder .md-Dateien in den Ordner der Bibliothek legen.',
  'Page {0} of {1}': 'Seite {0} von {1}',
  'There is no page {0}: the last one is {1}.': 'Es gibt keine Seite {0}: die letzte ist {1}.',
  "{0} of {1} parts are listed. Quoth's terminal lists all of them.":
    '{0} von {1} Teilen sind aufgelistet. Im Terminal listet Quoth alle auf.',
  "{0} of {1} documents that were not read are listed. Quoth's terminal lists all of them.":
    '{0} von {1} Dokumenten, die nicht gelesen wurden, sind aufgelistet. Im Terminal listet Quoth alle auf.',
  'Not read: {0} · {1}': 'Nicht gelesen: {0} · {1}',
  'the library folder': 'der Ordner der Bibliothek',
  'not stated: {0}': 'nicht angegeben: {0}',
  '1 paragraph': '1 Absatz',
  '{0} paragraphs': '{0} Absätze',
  '1 sentence': '1 Satz',
  '{0} sentences': '{0} Sätze',
  '1 word': '1 Wort',
  '{0} words': '{0} Wörter',
  title: 'Titel',
  author: 'Autorschaft',
  publisher: 'Herausgeber',
  date: 'Datum',

  // One source
  Id: 'Kennung',
  Author: 'Autorschaft',
  Publisher: 'Herausgeber',
  Date: 'Datum',
  Updated: 'Aktualisiert',
  Dateline: 'Ortsmarke',
  Address: 'Adresse',
  'Not stated in the text': 'Im Text nicht angegeben',
  Size: 'Umfang',
  File: 'Datei',
  '{0}, 1 byte, {1}': '{0}, 1 Byte, {1}',
  '{0}, {1} bytes, {2}': '{0}, {1} Byte, {2}',
  'Notes that have no room here: {0}.': 'Hinweise, die hier keinen Platz haben: {0}.',
  'Nothing of the text is left out.': 'Nichts vom Text bleibt außen vor.',
  '**Left out**, never searched or quoted: 1 part': '**Außen vor**, nie durchsucht oder zitiert: 1 Teil',
  '**Left out**, never searched or quoted: {0} parts': '**Außen vor**, nie durchsucht oder zitiert: {0} Teile',
  '{0}, characters {1} to {2}': '{0}, Zeichen {1} bis {2}',

  // Help
  'Quoth answers in the words of the library': 'Quoth antwortet mit den Worten der Bibliothek',
  'Every quote stands in its source exactly as shown, with the paragraph that it is from. Where no source says it, Quoth says so.':
    'Jedes Zitat steht genau so in seiner Quelle, mit dem Absatz, aus dem es ist. Wo keine Quelle es sagt, sagt Quoth das.',
  'Press **Context** beside a quote to read what stands around it. To look up what a message says, right-click or hold it and choose **Apps**.':
    '**Kontext** neben einem Zitat zeigt, was darum herum steht. Um nachzuschlagen, was eine Nachricht sagt: Rechtsklick auf sie, oder gedrückt halten, und **Apps** wählen.',
  'What an option means is shown while you type a command.':
    'Was eine Option bedeutet, steht beim Tippen eines Befehls dabei.',

  // What had no room
  '1 more quote, whole, in the attached file {0}.': '1 weiteres Zitat, ganz, in der angehängten Datei {0}.',
  '{0} more quotes, whole, in the attached file {1}.': '{0} weitere Zitate, ganz, in der angehängten Datei {1}.',
  '1 more sentence, whole, in the attached file {0}.': '1 weiterer Satz, ganz, in der angehängten Datei {0}.',
  '{0} more sentences, whole, in the attached file {1}.': '{0} weitere Sätze, ganz, in der angehängten Datei {1}.',
  '1 more source in the attached file {0}.': '1 weitere Quelle in der angehängten Datei {0}.',
  '{0} more sources in the attached file {1}.': '{0} weitere Quellen in der angehängten Datei {1}.',
  '1 more paragraph, whole, in the attached file {0}.': '1 weiterer Absatz, ganz, in der angehängten Datei {0}.',
  '{0} more paragraphs, whole, in the attached file {1}.': '{0} weitere Absätze, ganz, in der angehängten Datei {1}.',
  '1 more part, whole, in the attached file {0}.': '1 weiterer Teil, ganz, in der angehängten Datei {0}.',
  '{0} more parts, whole, in the attached file {1}.': '{0} weitere Teile, ganz, in der angehängten Datei {1}.',
  '1 more command in the attached file {0}.': '1 weiterer Befehl in der angehängten Datei {0}.',
  '{0} more commands in the attached file {1}.': '{0} weitere Befehle in der angehängten Datei {1}.',
  '1 more line in the attached file {0}.': '1 weitere Zeile in der angehängten Datei {0}.',
  '{0} more lines in the attached file {1}.': '{0} weitere Zeilen in der angehängten Datei {1}.',
  "… ({0} more characters do not fit into this file; Quoth's terminal shows them)":
    '… ({0} weitere Zeichen passen nicht in diese Datei; im Terminal zeigt Quoth sie)',
  '… ({0} more characters; the whole is in the attached file {1})':
    '… ({0} weitere Zeichen; das Ganze steht in der angehängten Datei {1})',
  '… ({0} more characters)': '… ({0} weitere Zeichen)',
}
