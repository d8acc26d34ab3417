import type { Catalogue } from './say.ts'

/** What stands around quotes, and around what is told of sources. */
export const replies: Catalogue = {
  // Answers
  '1 quote from 1 source': '1 Zitat aus 1 Quelle',
  '{0} quotes from 1 source': '{0} Zitate aus 1 Quelle',
  '{0} quotes from {1} sources': '{0} Zitate aus {1} Quellen',
  '{0} quotes from {1} sources that tell one story': '{0} Zitate aus {1} Quellen, die dieselbe Geschichte erzählen',
  '{0} quotes from {1} sources that tell {2} stories': '{0} Zitate aus {1} Quellen, die {2} Geschichten erzählen',
  'Also in: {0}': 'Auch in: {0}',
  'Nearly so in: {0}': 'Fast so in: {0}',
  'Same story': 'Dieselbe Geschichte',
  'Shares a passage with': 'Hat eine Stelle gemeinsam mit',
  'Words not found in any source: {0}.': 'Wörter, die in keiner Quelle vorkommen: {0}.',
  'Words not found in any source: {0} and {1} more.': 'Wörter, die in keiner Quelle vorkommen: {0} und {1} weitere.',
  'I could not find that in the library': 'Das steht nicht in der Bibliothek',
  'Searched **1 source** for “{0}”: no passage answers it well enough to quote.':
    '**1 Quelle** nach „{0}“ durchsucht: Keine Stelle antwortet gut genug für ein Zitat.',
  'Searched **{0} sources** for “{1}”: no passage answers it well enough to quote.':
    '**{0} Quellen** nach „{1}“ durchsucht: Keine Stelle antwortet gut genug für ein Zitat.',
  'Searched **1 source** for “{0}”.': '**1 Quelle** nach „{0}“ durchsucht.',
  'Searched **{0} sources** for “{1}”.': '**{0} Quellen** nach „{1}“ durchsucht.',
  'There are no sources to search.': 'Es gibt keine Quellen zu durchsuchen.',
  'The library does not say this in these words. Closest, which may or may not answer:':
    'In diesen Worten steht das nicht in der Bibliothek. Am nächsten kommt (vielleicht eine Antwort, vielleicht nicht):',

  // Summaries, contexts and references
  'Summary: {0}': 'Zusammenfassung: {0}',
  '{0} of {1} sentences, unchanged, in document order':
    '{0} von {1} Sätzen, unverändert, in der Reihenfolge der Quelle',
  'Its only sentence, unchanged': 'Der einzige Satz, unverändert',
  'This source has no sentences that can be quoted.': 'Diese Quelle hat keine Sätze, die sich zitieren lassen.',
  'Context: {0}': 'Kontext: {0}',
  'Paragraph {0} of {1}': 'Absatz {0} von {1}',
  'Paragraphs {0} to {1} of {2}': 'Absätze {0} bis {1} von {2}',
  'The paragraph with the quote': 'Der Absatz mit dem Zitat',
  Before: 'Davor',
  After: 'Danach',
  'Reference ({0})': 'Literaturangabe ({0})',

  // Citations
  'untitled: “{0}”': 'ohne Titel: „{0}“',
  '{0} and {1} more': '{0} und {1} weitere',
  'updated {0}': 'aktualisiert {0}',
  '{0} speaking': '{0} spricht',

  // Sources
  '1 source in the library': '1 Quelle in der Bibliothek',
  '{0} sources in the library': '{0} Quellen in der Bibliothek',
  '1 document is still to be read.': '1 Dokument ist noch zu lesen.',
  '{0} documents are still to be read.': '{0} Dokumente sind noch zu lesen.',
  'Reading {0}: {1} of {2} pages.': 'Beim Lesen von {0}: {1} von {2} Seiten.',
  'read by {0}': 'gelesen von {0}',
  'In the text:': 'Im Text:',
  'p. {0}': 'S. {0}',
  '{0} (read by OCR, {1} % sure)': '{0} (per OCR gelesen, zu {1} % sicher)',
  'pp. {0}': 'S. {0}',
  'row {0}': 'Zeile {0}',
  'rows {0}': 'Zeilen {0}',
  'Nothing to quote from yet. Add documents (PDF, Word, HTML, text, mail and others) with `/library add`.':
    'Noch gibt es nichts zu zitieren. Dokumente (PDF, Word, HTML, Text, Mail und andere) fügt `/library add` hinzu.',
  'Languages: {0}': 'Sprachen: {0}',
  Language: 'Sprache',
  German: 'Deutsch',
  English: 'Englisch',
  Spanish: 'Spanisch',
  French: 'Französisch',
  Italian: 'Italienisch',
  Dutch: 'Niederländisch',
  Portuguese: 'Portugiesisch',
  'Page {0} of {1}': 'Seite {0} von {1}',
  'Found by meaning so far: {0} of {1} passages; by words: all':
    'Nach der Bedeutung auffindbar: bisher {0} von {1} Passagen; nach Wörtern: alle',
  'There is no page {0}; the last page is {1}.': 'Seite {0} gibt es nicht; die letzte ist Seite {1}.',
  '{0} of {1} parts are listed here. Quoth’s terminal lists all of them.':
    'Hier stehen {0} von {1} Teilen. Im Terminal zeigt Quoth alle.',
  '{0} of {1} documents that were not read are listed here. Quoth’s terminal lists all of them.':
    'Hier stehen {0} von {1} nicht gelesenen Dokumenten. Im Terminal zeigt Quoth alle.',
  'Not read: {0} · {1}': 'Nicht gelesen: {0} · {1}',
  'the library folder': 'der Bibliotheksordner',
  'not stated: {0}': 'nicht angegeben: {0}',
  '1 paragraph': '1 Absatz',
  '{0} paragraphs': '{0} Absätze',
  '1 sentence': '1 Satz',
  '{0} sentences': '{0} Sätze',
  '1 word': '1 Wort',
  '{0} words': '{0} Wörter',
  title: 'Titel',
  author: 'Autor',
  publisher: 'Herausgeber',
  date: 'Datum',

  // One source
  Id: 'Kennung',
  Author: 'Autor',
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
  'More notes, not shown here: {0}.': 'Weitere Hinweise, hier nicht gezeigt: {0}.',
  'No text is left out.': 'Vom Text ist nichts ausgelassen.',
  '**Left out**, never searched or quoted: 1 part': '**Ausgelassen**, nie durchsucht oder zitiert: 1 Teil',
  '**Left out**, never searched or quoted: {0} parts': '**Ausgelassen**, nie durchsucht oder zitiert: {0} Teile',
  '{0}, characters {1} to {2}': '{0}, Zeichen {1} bis {2}',

  // Help
  'Quoth answers in the words of the library': 'Quoth antwortet mit den Worten der Bibliothek',
  'Every quote appears in its source exactly as shown, with the paragraph it comes from. If no source has an answer, Quoth says so.':
    'Jedes Zitat steht genau so in seiner Quelle; der Absatz ist angegeben. Hat keine Quelle eine Antwort, sagt Quoth das.',
  'Press **Context** next to a quote to read the text around it. To look up what a message says, right-click it (or press and hold) and choose **Apps**.':
    '**Kontext** neben einem Zitat zeigt den Text darum herum. Um eine Nachricht nachzuschlagen: Rechtsklick (oder gedrückt halten) und **Apps** wählen.',
  'Discord shows what each option means while you type a command.':
    'Was die Optionen bedeuten, zeigt Discord beim Tippen eines Befehls.',

  // What had no room
  '1 more quote, in full, in the attached file {0}.':
    '1 weiteres Zitat steht vollständig in der angehängten Datei {0}.',
  '{0} more quotes, in full, in the attached file {1}.':
    '{0} weitere Zitate stehen vollständig in der angehängten Datei {1}.',
  '1 more sentence, in full, in the attached file {0}.':
    '1 weiterer Satz steht vollständig in der angehängten Datei {0}.',
  '{0} more sentences, in full, in the attached file {1}.':
    '{0} weitere Sätze stehen vollständig in der angehängten Datei {1}.',
  '1 more source in the attached file {0}.': '1 weitere Quelle steht in der angehängten Datei {0}.',
  '{0} more sources in the attached file {1}.': '{0} weitere Quellen stehen in der angehängten Datei {1}.',
  '1 more paragraph, in full, in the attached file {0}.':
    '1 weiterer Absatz steht vollständig in der angehängten Datei {0}.',
  '{0} more paragraphs, in full, in the attached file {1}.':
    '{0} weitere Absätze stehen vollständig in der angehängten Datei {1}.',
  '1 more part, in full, in the attached file {0}.': '1 weiterer Teil steht vollständig in der angehängten Datei {0}.',
  '{0} more parts, in full, in the attached file {1}.':
    '{0} weitere Teile stehen vollständig in der angehängten Datei {1}.',
  '1 more command in the attached file {0}.': '1 weiterer Befehl steht in der angehängten Datei {0}.',
  '{0} more commands in the attached file {1}.': '{0} weitere Befehle stehen in der angehängten Datei {1}.',
  '1 more line in the attached file {0}.': '1 weitere Zeile steht in der angehängten Datei {0}.',
  '{0} more lines in the attached file {1}.': '{0} weitere Zeilen stehen in der angehängten Datei {1}.',
  '… ({0} more characters do not fit in this file; Quoth’s terminal shows them)':
    '… ({0} weitere Zeichen passen nicht in diese Datei; im Terminal zeigt Quoth sie)',
  '… ({0} more characters; the full text is in the attached file {1})':
    '… ({0} weitere Zeichen; der ganze Text steht in der angehängten Datei {1})',
  '… ({0} more characters)': '… ({0} weitere Zeichen)',
}
