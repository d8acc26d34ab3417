import type { Catalogue } from './say.ts'

/** Why a document did not become a source, what was noticed while one was read, and what was left out of its text. */
export const documents: Catalogue = {
  // What it is instead of text
  'a 7-Zip archive': 'ein 7-Zip-Archiv',
  'a GIF image': 'ein GIF-Bild',
  'a JPEG image': 'ein JPEG-Bild',
  'a Linux program': 'ein Linux-Programm',
  'a PDF': 'ein PDF',
  'a PNG image': 'ein PNG-Bild',
  'a RAR archive': 'ein RAR-Archiv',
  'a Windows program': 'ein Windows-Programm',
  'a ZIP archive (or a Word, Excel or EPUB file)': 'ein ZIP-Archiv (oder eine Word-, Excel- oder EPUB-Datei)',
  'a bzip2 archive': 'ein bzip2-Archiv',
  'a gzip archive': 'ein gzip-Archiv',
  'an RTF document': 'ein RTF-Dokument',
  'an SQLite database': 'eine SQLite-Datenbank',
  'an empty ZIP archive': 'ein leeres ZIP-Archiv',
  'an old Word or Excel file': 'eine alte Word- oder Excel-Datei',

  // Why it was refused
  'Indexing it failed, which is a defect of Quoth ({0}). Report it.':
    'Das Aufnehmen in den Index ist gescheitert, und das ist ein Fehler von Quoth ({0}). Bitte melden.',
  'Indexing it took too much memory, so it was left out. Split it into parts.':
    'Das Aufnehmen in den Index brauchte zu viel Speicher, also blieb die Datei außen vor. Bitte in Teile zerlegen.',
  'It could not be read ({0}).': 'Nicht lesbar ({0}).',
  'It does not exist.': 'Das gibt es nicht.',
  'It has more than {0} different words, so it is no text that people read. Split it into parts.':
    'Die Datei hat mehr als {0} verschiedene Wörter, ist also kein Text zum Lesen. Bitte in Teile zerlegen.',
  'It has more than {0} lines, so it is no text that people read. Split it into parts.':
    'Die Datei hat mehr als {0} Zeilen, ist also kein Text zum Lesen. Bitte in Teile zerlegen.',
  'It has more than {0} sentences, so it is no text that people read. Split it into parts.':
    'Die Datei hat mehr als {0} Sätze, ist also kein Text zum Lesen. Bitte in Teile zerlegen.',
  'It has more than {0} words and marks, so it is no text that people read. Split it into parts.':
    'Die Datei hat mehr als {0} Wörter und Zeichen, ist also kein Text zum Lesen. Bitte in Teile zerlegen.',
  'It has more than {0} characters without white space, so it is no text that people read.':
    'Die Datei hat mehr als {0} Zeichen ohne Leerraum, ist also kein Text zum Lesen.',
  'It holds mostly control characters, so it is no text.': 'Die Datei hat vor allem Steuerzeichen, ist also kein Text.',
  'It holds nothing but white space.': 'Die Datei hat nichts als Leerraum.',
  'It holds zero bytes, so it is no text. Save it as plain text and put that in the folder.':
    'Die Datei hat Null-Bytes, ist also kein Text. Bitte als reinen Text speichern und den in den Ordner legen.',
  'It has more or fewer bytes than its size says, so it is left out. Put a copy of it in its place.':
    'Die Datei hat mehr oder weniger Bytes, als ihre Größe sagt, also bleibt sie außen vor. Bitte durch eine Kopie ersetzen.',
  'It is a link that leads back to itself.': 'Das ist eine Verknüpfung, die zu sich selbst zurückführt.',
  'It is a link that leads out of the library folder.':
    'Das ist eine Verknüpfung, die aus dem Ordner der Bibliothek hinausführt.',
  'It is empty.': 'Die Datei ist leer.',
  'It is larger than {0} MB. Split it into parts.': 'Die Datei ist größer als {0} MB. Bitte in Teile zerlegen.',
  'It keeps changing, so it is left out until it holds still. Write it elsewhere and move it here when it is whole.':
    'Die Datei ändert sich ständig, also bleibt sie außen vor, bis sie stillhält. Bitte anderswo schreiben und fertig hierher verschieben.',
  'It is no folder.': 'Das ist kein Ordner.',
  'It is no regular file.': 'Das ist keine gewöhnliche Datei.',
  'It is {0}, not text. Save its text as a .txt or .md file and put that in the folder.':
    'Das ist {0}, kein Text. Bitte den Text als .txt- oder .md-Datei speichern und die in den Ordner legen.',
  'It may not be read. Give the account that runs Quoth the right to read it.':
    'Das Lesen ist nicht erlaubt. Bitte dem Konto, unter dem Quoth läuft, das Leserecht geben.',
  'Its name is not valid UTF-8. Rename it.': 'Der Name ist kein gültiges UTF-8. Bitte umbenennen.',
  'Its sidecar cannot be read. {0}': 'Die Begleitdatei ist nicht lesbar. {0}',
  'Reading it failed, which is a defect of Quoth ({0}). Report it.':
    'Das Lesen ist gescheitert, und das ist ein Fehler von Quoth ({0}). Bitte melden.',
  'Reading it took longer than {0} s, so it was left out. Split it into parts.':
    'Das Lesen dauerte länger als {0} s, also blieb die Datei außen vor. Bitte in Teile zerlegen.',
  'Reading it took too much memory, so it was left out. Split it into parts.':
    'Das Lesen brauchte zu viel Speicher, also blieb die Datei außen vor. Bitte in Teile zerlegen.',
  'The folder holds no .txt or .md file. Put one in.':
    'Im Ordner ist keine .txt- oder .md-Datei. Bitte eine hineinlegen.',
  'The library folder cannot be read. {0} Let QUOTH_LIBRARY name another one.':
    'Der Ordner der Bibliothek lässt sich nicht lesen. {0} QUOTH_LIBRARY kann einen anderen nennen.',

  // What was noticed
  '1 character could not be decoded.': '1 Zeichen ließ sich nicht entziffern.',
  '{0} characters could not be decoded.': '{0} Zeichen ließen sich nicht entziffern.',
  'Its Markdown would take too long to parse or is nested too deeply, so it was read as plain text.':
    'Das Markdown braucht zu lange oder ist zu tief verschachtelt, also wurde es als reiner Text gelesen.',
  'The date “{0}” in the front matter is not clear, so it was left out.':
    'Das Datum „{0}“ in den Kopfdaten ist nicht eindeutig, also blieb es außen vor.',
  'The encoding is not stated; it was decoded as {0}.':
    'Die Zeichenkodierung ist nicht angegeben; gelesen wurde als {0}.',
  'The front matter is longer than {0} characters, so it was left out.':
    'Die Kopfdaten sind länger als {0} Zeichen, also blieben sie außen vor.',
  'The front matter is no valid YAML or uses aliases, so it was left out.':
    'Die Kopfdaten sind kein gültiges YAML oder nutzen Aliasse, also blieben sie außen vor.',
  'The title in the front matter is longer than {0} characters, so it was left out.':
    'Der Titel in den Kopfdaten ist länger als {0} Zeichen, also blieb er außen vor.',
  'The sidecar was left out: {0}': 'Die Begleitdatei blieb außen vor: {0}',
  'it is larger than {0} KB.': 'sie ist größer als {0} KB.',
  'it is no JSON in UTF-8.': 'sie ist kein JSON in UTF-8.',
  'it is not as CSL-JSON has it, or too long.': 'sie ist nicht, wie CSL-JSON es will, oder zu lang.',
  '{0} is not as CSL-JSON has it, or too long.': '{0} ist nicht, wie CSL-JSON es will, oder zu lang.',

  // What was left out of a text
  advertisement: 'Werbung',
  'buttons for sharing': 'Knöpfe zum Teilen',
  'call to action': 'Aufforderung',
  'closing of a letter': 'Schluss eines Briefs',
  comments: 'Kommentare',
  'copyright line': 'Urhebervermerk',
  'credit or caption of a picture': 'Bildnachweis oder Bildunterschrift',
  credits: 'Mitwirkende',
  greeting: 'Anrede',
  'header of an e-mail': 'Kopf einer E-Mail',
  'introduction of an answered e-mail': 'Einleitung einer beantworteten E-Mail',
  'label of a section': 'Name einer Rubrik',
  'link to related matter': 'Verweis auf Verwandtes',
  'list of links': 'Liste von Verweisen',
  'name or issue of a paper': 'Name oder Ausgabe einer Zeitung',
  navigation: 'Navigation',
  'page number': 'Seitenzahl',
  'reading time': 'Lesezeit',
  'rule “{0}”': 'Regel „{0}“',
  signature: 'Signatur',
  tags: 'Schlagwörter',
  'teaser that stands elsewhere as well': 'Anreißer, der auch anderswo steht',
}
