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
    'Die Indexierung ist fehlgeschlagen; das ist ein Fehler in Quoth ({0}). Bitte melden.',
  'Indexing it took too much memory, so it was left out. Split it into parts.':
    'Die Indexierung brauchte zu viel Speicher, daher wurde die Datei ausgelassen. Bitte in Teile zerlegen.',
  'It could not be read ({0}).': 'Nicht lesbar ({0}).',
  'It does not exist.': 'Existiert nicht.',
  'It has more than {0} different words, so it is no text that people read. Split it into parts.':
    'Die Datei enthält mehr als {0} verschiedene Wörter, ist also kein lesbarer Text. Bitte in Teile zerlegen.',
  'It has more than {0} characters without white space, so it is no text that people read.':
    'Die Datei enthält mehr als {0} Zeichen ohne Leerraum, ist also kein lesbarer Text.',
  'It holds mostly control characters, so it is no text.':
    'Die Datei besteht vor allem aus Steuerzeichen, ist also kein Text.',
  'It holds nothing but white space.': 'Die Datei enthält nur Leerraum.',
  'It holds zero bytes, so it is no text. Save it as plain text and put that in the folder.':
    'Die Datei enthält Null-Bytes, ist also kein Text. Bitte als reinen Text speichern und in den Ordner legen.',
  'It has more or fewer bytes than its size says, so it is left out. Put a copy of it in its place.':
    'Die Datei hat mehr oder weniger Bytes, als ihre Größe angibt, daher wird sie ausgelassen. Bitte durch eine Kopie ersetzen.',
  'It is a link that leads back to itself.': 'Das ist eine Verknüpfung, die zu sich selbst zurückführt.',
  'It is a link that leads out of the library folder.':
    'Das ist eine Verknüpfung, die aus dem Bibliotheksordner hinausführt.',
  'It is empty.': 'Die Datei ist leer.',
  'It is larger than {0} MB. Split it into parts.': 'Die Datei ist größer als {0} MB. Bitte in Teile zerlegen.',
  'It keeps changing, so it is left out until it holds still. Write it elsewhere and move it here when it is whole.':
    'Die Datei ändert sich ständig und wird ausgelassen, bis das aufhört. Bitte woanders schreiben und fertig hierher verschieben.',
  'It is no folder.': 'Das ist kein Ordner.',
  'It is no regular file.': 'Das ist keine gewöhnliche Datei.',
  'It is {0}, not text. Save its text as a .txt or .md file and put that in the folder.':
    'Das ist {0}, kein Text. Bitte den Text als .txt- oder .md-Datei speichern und diese in den Ordner legen.',
  'It may not be read. Give the account that runs Quoth the right to read it.':
    'Zugriff verweigert. Bitte dem Konto, unter dem Quoth läuft, Leserechte geben.',
  'Its name is not valid UTF-8. Rename it.': 'Der Name ist kein gültiges UTF-8. Bitte umbenennen.',
  'Its sidecar cannot be read. {0}': 'Die Begleitdatei ist nicht lesbar. {0}',
  'Reading it failed, which is a defect of Quoth ({0}). Report it.':
    'Das Lesen ist fehlgeschlagen; das ist ein Fehler in Quoth ({0}). Bitte melden.',
  'Reading it took longer than {0} s, so it was left out. Split it into parts.':
    'Das Lesen dauerte länger als {0} s, daher wurde die Datei ausgelassen. Bitte in Teile zerlegen.',
  'Reading it took too much memory, so it was left out. Split it into parts.':
    'Das Lesen brauchte zu viel Speicher, daher wurde die Datei ausgelassen. Bitte in Teile zerlegen.',
  'The folder holds no .txt or .md file. Put one in.':
    'Im Ordner ist keine .txt- oder .md-Datei. Bitte eine hineinlegen.',
  'The library folder cannot be read. {0} Let QUOTH_LIBRARY name another one.':
    'Der Bibliotheksordner lässt sich nicht lesen. {0} Mit QUOTH_LIBRARY lässt sich ein anderer angeben.',

  // What was noticed
  '1 character could not be decoded.': '1 Zeichen ließ sich nicht dekodieren.',
  '{0} characters could not be decoded.': '{0} Zeichen ließen sich nicht dekodieren.',
  'Its Markdown would take too long to parse or is nested too deeply, so it was read as plain text.':
    'Das Markdown würde zu lange brauchen oder ist zu tief verschachtelt, daher wurde es als reiner Text gelesen.',
  'The date “{0}” in the front matter is not clear, so it was left out.':
    'Das Datum „{0}“ im Front Matter ist nicht eindeutig und wurde ausgelassen.',
  'The encoding is not stated; it was decoded as {0}.':
    'Die Zeichenkodierung ist nicht angegeben; die Datei wurde als {0} gelesen.',
  'The front matter is longer than {0} characters, so it was left out.':
    'Das Front Matter ist länger als {0} Zeichen und wurde ausgelassen.',
  'The front matter is no valid YAML or uses aliases, so it was left out.':
    'Das Front Matter ist kein gültiges YAML oder nutzt Aliasse und wurde ausgelassen.',
  'The title in the front matter is longer than {0} characters, so it was left out.':
    'Der Titel im Front Matter ist länger als {0} Zeichen und wurde ausgelassen.',
  'The sidecar was left out: {0}': 'Die Begleitdatei wurde ausgelassen: {0}',
  'it is larger than {0} KB.': 'sie ist größer als {0} KB.',
  'it is no JSON in UTF-8.': 'sie ist kein JSON in UTF-8.',
  'it is not as CSL-JSON has it, or too long.': 'sie entspricht nicht CSL-JSON oder ist zu lang.',
  '{0} is not as CSL-JSON has it, or too long.': '{0} entspricht nicht CSL-JSON oder ist zu lang.',

  // What was left out of a text
  advertisement: 'Werbung',
  'buttons for sharing': 'Schaltflächen zum Teilen',
  'call to action': 'Aufforderung',
  'closing of a letter': 'Briefschluss',
  comments: 'Kommentare',
  'copyright line': 'Urhebervermerk',
  'credit or caption of a picture': 'Bildnachweis oder Bildunterschrift',
  credits: 'Mitwirkende',
  greeting: 'Anrede',
  'header of an e-mail': 'E-Mail-Kopf',
  'introduction of an answered e-mail': 'Einleitung einer beantworteten E-Mail',
  'label of a section': 'Name einer Rubrik',
  'link to related matter': 'Link zu verwandten Inhalten',
  'list of links': 'Linkliste',
  'name or issue of a paper': 'Name oder Ausgabe einer Zeitung',
  navigation: 'Navigation',
  'page number': 'Seitenzahl',
  'reading time': 'Lesezeit',
  'rule “{0}”': 'Regel „{0}“',
  signature: 'Signatur',
  tags: 'Schlagwörter',
  'teaser that stands elsewhere as well': 'Teaser, der auch anderswo steht',
}
