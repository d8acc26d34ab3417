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
  'Indexing failed because of a bug in Quoth ({0}). Please report it.':
    'Das Aufnehmen in den Index ist an einem Fehler von Quoth gescheitert ({0}). Bitte melden.',
  'Indexing took too much memory, so the file was skipped. Split it into smaller files.':
    'Das Aufnehmen in den Index brauchte zu viel Speicher, daher wurde die Datei übergangen. Bitte aufteilen.',
  'Read error: {0}.': 'Lesefehler: {0}.',
  'It does not exist.': 'Existiert nicht.',
  'It has over {0} different words, so it looks like data, not text. Split it into smaller files.':
    'Die Datei hat mehr als {0} verschiedene Wörter und sieht nach Daten statt nach Text aus. Bitte aufteilen.',
  'It has over {0} lines, so it looks like data, not text. Split it into smaller files.':
    'Die Datei hat mehr als {0} Zeilen und sieht nach Daten statt nach Text aus. Bitte aufteilen.',
  'It has over {0} sentences, so it looks like data, not text. Split it into smaller files.':
    'Die Datei hat mehr als {0} Sätze und sieht nach Daten statt nach Text aus. Bitte aufteilen.',
  'It has over {0} words and marks, so it looks like data, not text. Split it into smaller files.':
    'Die Datei hat mehr als {0} Wörter und Zeichen und sieht nach Daten statt nach Text aus. Bitte aufteilen.',
  'It has over {0} characters in a row without a space, so it looks like data, not text.':
    'Die Datei hat mehr als {0} Zeichen am Stück ohne Leerzeichen und sieht nach Daten statt nach Text aus.',
  'It is mostly control characters, so it is not text.':
    'Die Datei besteht vor allem aus Steuerzeichen, ist also kein Text.',
  'It contains only white space.': 'Die Datei enthält nur Leerraum.',
  'It contains null bytes, so it is not text. Save it as plain text and add that instead.':
    'Die Datei enthält Nullbytes, ist also kein Text. Bitte als reinen Text speichern und stattdessen ablegen.',
  'Its size does not match its contents, so it was skipped. Replace it with a copy.':
    'Größe und Inhalt der Datei passen nicht zusammen, daher wurde sie übergangen. Bitte durch eine Kopie ersetzen.',
  'It is a link that points to itself.': 'Das ist eine Verknüpfung, die auf sich selbst verweist.',
  'It is a link that points outside the library folder.':
    'Das ist eine Verknüpfung, die aus dem Ordner der Bibliothek hinausführt.',
  'It is empty.': 'Die Datei ist leer.',
  'It has more than {0} elements. Split it into smaller pages.':
    'Die Seite hat mehr als {0} Elemente. Bitte in kleinere Seiten aufteilen.',
  'It is larger than {0} MB. Split it into smaller files.':
    'Die Datei ist größer als {0} MB. Bitte in kleinere Dateien aufteilen.',
  'It keeps changing, so it is skipped for now. Write it elsewhere, then move it here.':
    'Die Datei ändert sich ständig und wird vorerst übergangen. Bitte anderswo schreiben, dann hierher verschieben.',
  'It is not a folder.': 'Das ist kein Ordner.',
  'It is not a regular file.': 'Das ist keine gewöhnliche Datei.',
  'It is {0}, which its name does not say. Rename it, so that its name ends as such files do ({1}).':
    'Das ist {0}, was der Name nicht sagt. Bitte so umbenennen, dass der Name endet wie bei solchen Dateien ({1}).',
  'It is {0}, not text. Save its text as a .txt or .md file and add that instead.':
    'Das ist {0}, kein Text. Bitte den Text als .txt- oder .md-Datei speichern und stattdessen ablegen.',
  'Permission denied. Give the account that runs Quoth read access.':
    'Zugriff verweigert. Bitte dem Konto, unter dem Quoth läuft, Leserechte geben.',
  'It is a picture, and reading text in pictures is off (QUOTH_OCR=false).':
    'Die Datei ist ein Bild, und das Lesen von Text in Bildern ist ausgeschaltet (QUOTH_OCR=false).',
  'No text was found in the picture.': 'In dem Bild wurde kein Text gefunden.',
  'The picture has more than {0} million pixels. Save it smaller.':
    'Das Bild hat mehr als {0} Millionen Pixel. Bitte kleiner speichern.',
  'The picture is damaged, or in a format that cannot be read.':
    'Das Bild ist beschädigt oder in einem Format, das sich nicht lesen lässt.',
  'It has no text.': 'Die Datei hat keinen Text.',
  'Its name is not valid UTF-8. Rename it.': 'Der Name ist kein gültiges UTF-8. Bitte umbenennen.',
  'Its sidecar cannot be read. {0}': 'Die Begleitdatei ist nicht lesbar. {0}',
  'Reading failed because of a bug in Quoth ({0}). Please report it.':
    'Das Lesen ist an einem Fehler von Quoth gescheitert ({0}). Bitte melden.',
  'Reading took longer than {0} s, so the file was skipped. Split it into smaller files.':
    'Das Lesen dauerte länger als {0} s, daher wurde die Datei übergangen. Bitte aufteilen.',
  'Reading took too much memory, so the file was skipped. Split it into smaller files.':
    'Das Lesen brauchte zu viel Speicher, daher wurde die Datei übergangen. Bitte aufteilen.',
  'The folder has no documents (PDF, Word, HTML, text, mail and others). Add one.':
    'Der Ordner enthält keine Dokumente (PDF, Word, HTML, Text, Mail und andere). Bitte eines hineinlegen.',
  'The library folder cannot be read. {0} Set QUOTH_LIBRARY to a readable folder.':
    'Der Ordner der Bibliothek lässt sich nicht lesen. {0} Bitte QUOTH_LIBRARY auf einen lesbaren Ordner setzen.',

  // What was noticed
  '1 character could not be decoded.': '1 Zeichen ließ sich nicht dekodieren.',
  '{0} characters could not be decoded.': '{0} Zeichen ließen sich nicht dekodieren.',
  'It could not be read as an email, so it was read as plain text.':
    'Die Datei ließ sich nicht als E-Mail lesen und wurde deshalb als reiner Text gelesen.',
  'Its attachment was not read: {0}': 'Der Anhang wurde nicht gelesen: {0}',
  'Its {0} attachments were not read: {1}': '{0} Anhänge wurden nicht gelesen: {1}',
  'Its Markdown takes too long to parse or is nested too deeply, so it was read as plain text.':
    'Das Markdown braucht zu lange oder ist zu tief verschachtelt, daher wurde es als reiner Text gelesen.',
  'The date “{0}” in the front matter is unclear, so it was ignored.':
    'Das Datum „{0}“ in den Kopfdaten ist nicht eindeutig und wurde ignoriert.',
  'Its text stands in columns side by side, so each line runs across all of them. Save it with one column below the other and add that instead.':
    'Der Text steht in Spalten nebeneinander, sodass jede Zeile über alle läuft. Speichern Sie ihn mit einer Spalte unter der anderen und fügen Sie das hinzu.',
  'Some of its text stands in columns side by side, and is left out.':
    'Ein Teil des Textes steht in Spalten nebeneinander und wird ausgelassen.',
  'The encoding is not declared; the text was read as {0}.':
    'Die Zeichenkodierung ist nicht angegeben; der Text wurde als {0} gelesen.',
  'The front matter is longer than {0} characters, so it was ignored.':
    'Die Kopfdaten sind länger als {0} Zeichen und wurden ignoriert.',
  'The title in the front matter is longer than {0} characters, so it was ignored.':
    'Der Titel in den Kopfdaten ist länger als {0} Zeichen und wurde ignoriert.',
  'The sidecar was ignored: {0}': 'Die Begleitdatei wurde ignoriert: {0}',
  'it is larger than {0} KB.': 'sie ist größer als {0} KB.',
  'it is not valid JSON in UTF-8.': 'sie ist kein gültiges JSON in UTF-8.',
  'it is not one item of CSL-JSON.': 'sie ist nicht ein Eintrag in CSL-JSON.',
  '{0} of the sidecar is not valid CSL-JSON, or too long, so it was ignored.':
    '{0} in der Begleitdatei ist kein gültiges CSL-JSON oder zu lang und wurde ignoriert.',
  'CSL-JSON has no such field, so it was ignored in the sidecar: {0}':
    'In CSL-JSON gibt es dieses Feld nicht, es wurde in der Begleitdatei ignoriert: {0}',
  '{0} in the front matter cannot be read, so it was ignored.':
    '{0} in den Kopfdaten ist nicht lesbar und wurde ignoriert.',
  '{0} stands more than once in the front matter; the last one counts.':
    '{0} steht mehrmals in den Kopfdaten; das letzte zählt.',

  // What was left out of a text
  advertisement: 'Werbung',
  'share buttons': 'Teilen-Knöpfe',
  'call to action': 'Aufforderung',
  'sign-off': 'Grußformel',
  comments: 'Kommentare',
  'copyright notice': 'Urhebervermerk',
  'whom to contact': 'Kontaktangabe',
  'notice on the edition': 'Hinweis zur Ausgabe',
  'title of the page': 'Titel der Seite',
  'label of a press release': 'Kennzeichnung als Pressemitteilung',
  'picture caption or credit': 'Bildunterschrift oder Bildnachweis',
  credits: 'Mitwirkende',
  greeting: 'Anrede',
  'email header': 'Kopf einer E-Mail',
  'quoted email': 'zitierte E-Mail',
  'footer of a mailing list': 'Fußzeile einer Mailingliste',
  disclaimer: 'Haftungshinweis',
  'line of a chat or caption program': 'Zeile eines Chat- oder Untertitelprogramms',
  'introduction to a quoted email': 'Einleitung einer zitierten E-Mail',
  'section label': 'Name einer Rubrik',
  'link to a related story': 'Verweis auf einen verwandten Beitrag',
  'list of links': 'Linkliste',
  'newspaper masthead': 'Zeitungskopf',
  'code of a page or template': 'Code einer Seite oder Vorlage',
  'columns side by side': 'Spalten nebeneinander',
  'table of contents': 'Inhaltsverzeichnis',
  'link that stands alone': 'Link, der allein steht',
  'head or foot of a page': 'Kopf oder Fuß einer Seite',
  'picture that is not here': 'Bild, das hier fehlt',
  navigation: 'Navigation',
  'page number': 'Seitenzahl',
  'reading time': 'Lesezeit',
  'rule “{0}”': 'Regel „{0}“',
  signature: 'Signatur',
  tags: 'Schlagwörter',
  'repeated teaser': 'wiederholter Anreißer',

  // Tables, captions, RTF and bibliographies
  '1 picture is left out.': '1 Bild fehlt.',
  'A quotation mark in the table is not closed, so some cells may be divided wrongly.':
    'Ein Anführungszeichen der Tabelle ist nicht geschlossen, also sind einige Zellen vielleicht falsch getrennt.',
  'It has no captions with times.': 'Die Datei hat keine Untertitel mit Zeiten.',
  'It has no entries of a bibliography.': 'Die Datei hat keine Einträge einer Bibliografie.',
  'It has more than {0} cells. Split it into smaller files.': 'Die Datei hat mehr als {0} Zellen. Bitte aufteilen.',
  'It has more than {0} entries. Split it into smaller files.': 'Die Datei hat mehr als {0} Einträge. Bitte aufteilen.',
  'It has more than {0} paragraphs. Split it into smaller files.':
    'Die Datei hat mehr als {0} Absätze. Bitte aufteilen.',
  'It has more than {0} rows. Split it into smaller files.': 'Die Datei hat mehr als {0} Zeilen. Bitte aufteilen.',
  'It is not an RTF document.': 'Die Datei ist kein RTF-Dokument.',
  'Its groups are nested too deeply, so it is damaged.':
    'Die Gruppen der Datei sind zu tief verschachtelt, sie ist also beschädigt.',
  'Several entries of the bibliography beside it fit, so none of them was used.':
    'Mehrere Einträge der Bibliografie daneben passen, also wurde keiner davon verwendet.',
  'Something of the entry cannot be read, so it was left out.': 'Etwas an dem Eintrag ist nicht lesbar, also fehlt es.',
  '{0} of the entry cannot be read, so it was left out.': '{0} des Eintrags ist nicht lesbar und fehlt deshalb.',
  '{0} pictures are left out.': '{0} Bilder fehlen.',
  // PDF
  '{0} comments or marks on pages were not read.': '{0} Kommentare oder Markierungen auf Seiten wurden nicht gelesen.',
  '{0} fields of a form were not read.': '{0} Felder eines Formulars wurden nicht gelesen.',
  '{0} attached files were not read.': '{0} angehängte Dateien wurden nicht gelesen.',
  '{0} characters that no reader sees were left out.': '{0} Zeichen, die kein Leser sieht, wurden weggelassen.',
  '{0} characters cannot be told: the file does not say which ones its fonts draw.':
    '{0} Zeichen sind nicht zu erkennen: Die Datei sagt nicht, welche ihre Schriften zeichnen.',
  '1 attached file was not read.': '1 angehängte Datei wurde nicht gelesen.',
  '1 character cannot be told: the file does not say which one its font draws.':
    '1 Zeichen ist nicht zu erkennen: Die Datei sagt nicht, welches ihre Schrift zeichnet.',
  '1 character that no reader sees was left out.': '1 Zeichen, das kein Leser sieht, wurde weggelassen.',
  '1 comment or mark on a page was not read.': '1 Kommentar oder eine Markierung auf einer Seite wurde nicht gelesen.',
  '1 field of a form was not read.': '1 Feld eines Formulars wurde nicht gelesen.',
  'It has {0} pages, more than {1}. Split it into smaller files.':
    'Die Datei hat {0} Seiten, mehr als {1}. Bitte aufteilen.',
  'It has more than {0} characters. Split it into smaller files.':
    'Die Datei hat mehr als {0} Zeichen. Bitte aufteilen.',
  'It is damaged: its pages cannot be found.': 'Die Datei ist beschädigt: Ihre Seiten sind nicht zu finden.',
  'It is encrypted and needs a password. Save a copy without one.':
    'Die Datei ist verschlüsselt und braucht ein Passwort. Bitte eine Kopie ohne Passwort speichern.',
  'It is not a PDF, whatever its name says.': 'Die Datei ist kein PDF, was ihr Name auch sagt.',
  'It unpacks to more than {0} MB, or to {1} MB in one piece.':
    'Entpackt hat die Datei mehr als {0} MB, oder {1} MB in einem Stück.',
  'Its pages draw parts within parts without end, which no page of text does.':
    'Die Seiten der Datei zeichnen endlos Teile in Teilen, was keine Seite mit Text tut.',
  'Its text cannot be read: its fonts do not say which characters they draw.':
    'Der Text ist nicht zu lesen: Die Schriften sagen nicht, welche Zeichen sie zeichnen.',
  'The content of page {0} is damaged: what could be read of it was.':
    'Der Inhalt der Seite {0} ist beschädigt: Gelesen wurde, was lesbar ist.',
  'The content of pages {0} is damaged: what could be read of it was.':
    'Der Inhalt der Seiten {0} ist beschädigt: Gelesen wurde, was lesbar ist.',
  'It is a scan without text, and reading text in pictures is off (QUOTH_OCR=false).':
    'Die Datei ist ein Scan ohne Text, und das Lesen von Text in Bildern ist ausgeschaltet (QUOTH_OCR=false).',
  'It is a scan, and no text was found in the pictures of its pages.':
    'Die Datei ist ein Scan, und in den Bildern der Seiten wurde kein Text gefunden.',
  'The text of page {0} was read from a picture, so some words may be wrong.':
    'Der Text der Seite {0} wurde aus einem Bild gelesen: Einzelne Wörter können falsch sein.',
  'The text of pages {0} was read from pictures, so some words may be wrong.':
    'Der Text der Seiten {0} wurde aus Bildern gelesen: Einzelne Wörter können falsch sein.',
  'Page {0} was not read, since it is a picture without text.':
    'Seite {0} wurde nicht gelesen, da sie ein Bild ohne Text ist.',
  'Pages {0} were not read, since they are pictures without text.':
    'Die Seiten {0} wurden nicht gelesen, da sie Bilder ohne Text sind.',
  'The pictures on {0} pages were not read.': 'Die Bilder auf {0} Seiten wurden nicht gelesen.',
  'The pictures on 1 page were not read.': 'Die Bilder auf 1 Seite wurden nicht gelesen.',
}
