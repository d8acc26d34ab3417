import type { Catalogue } from './say.ts'

/** Why a document of an office program or a book was refused, what of it was not read, and what is no text of it. */
export const office: Catalogue = {
  // Why it was refused
  'It grows more than {0} times when it is unpacked, so it is not read.':
    'Die Datei wächst beim Entpacken auf mehr als das {0}-Fache und wird daher nicht gelesen.',
  'It has more than {0} elements. Split it into smaller files.':
    'Die Datei hat mehr als {0} Elemente. Bitte aufteilen.',
  'It has more than {0} parts, so it is not read.': 'Die Datei hat mehr als {0} Teile und wird daher nicht gelesen.',
  'It has two parts named {0}, so it is unclear which one counts.':
    'Die Datei hat zwei Teile namens {0}; welcher gilt, ist unklar.',
  'It is a zip archive, but no EPUB book.': 'Das ist ein Zip-Archiv, aber kein EPUB-Buch.',
  'It is a zip archive, but no Word document.': 'Das ist ein Zip-Archiv, aber kein Word-Dokument.',
  'It is a zip archive, but no text document of OpenDocument.':
    'Das ist ein Zip-Archiv, aber kein Textdokument im OpenDocument-Format.',
  'It is damaged: its part {0} cannot be unpacked.':
    'Die Datei ist beschädigt: Ihr Teil {0} lässt sich nicht entpacken.',
  'It is damaged: its part {0} is no whole XML.': 'Die Datei ist beschädigt: Ihr Teil {0} ist kein vollständiges XML.',
  'It is damaged: none of its chapters are there.': 'Die Datei ist beschädigt: Keines ihrer Kapitel ist da.',
  'It is damaged: the list of its parts, at its end, cannot be read.':
    'Die Datei ist beschädigt: Die Liste ihrer Teile, an ihrem Ende, ist nicht lesbar.',
  'It is encrypted. Save it without a password.': 'Die Datei ist verschlüsselt. Bitte ohne Passwort speichern.',
  'It is larger than {0} MB when it is unpacked. Split it into smaller files.':
    'Die Datei ist entpackt größer als {0} MB. Bitte aufteilen.',
  'It is not what its name says: such files are zip archives.':
    'Die Datei ist nicht, was ihr Name sagt: Solche Dateien sind Zip-Archive.',
  'It is protected against copying (DRM), so its text cannot be read.':
    'Die Datei ist kopiergeschützt (DRM), ihr Text ist daher nicht lesbar.',
  'It is protected with a password, or of an older format. Save it anew, without a password.':
    'Die Datei ist mit einem Passwort geschützt oder hat ein älteres Format. Bitte neu speichern, ohne Passwort.',
  'Its part {0} declares a document type of its own, so it is not read.':
    'Der Teil {0} der Datei erklärt einen eigenen Dokumenttyp, daher wird sie nicht gelesen.',
  'Its part {0} is nested too deeply to be read.': 'Der Teil {0} der Datei ist zu tief verschachtelt.',

  // What was noticed
  '1 deletion': '1 Löschung',
  '1 insertion': '1 Einfügung',
  '1 other': '1 weiteren',
  '{0} chapters are missing.': '{0} Kapitel fehlen.',
  '{0} comments were left out.': '{0} Kommentare wurden weggelassen.',
  '{0} deletions': '{0} Löschungen',
  '{0} insertions': '{0} Einfügungen',
  '{0} others': '{0} weiteren',
  '{0} pictures and charts were not read.': '{0} Bilder und Diagramme wurden nicht gelesen.',
  'A chapter is missing.': 'Ein Kapitel fehlt.',
  'A comment was left out.': 'Ein Kommentar wurde weggelassen.',
  'A picture or chart was not read.': 'Ein Bild oder Diagramm wurde nicht gelesen.',
  'It has tracked changes ({0}, {1}); they were read as accepted.':
    'Die Datei hat nachverfolgte Änderungen ({0}, {1}); sie wurden als angenommen gelesen.',
  'It has tracked changes by {0} ({1}, {2}); they were read as accepted.':
    'Die Datei hat nachverfolgte Änderungen von {0} ({1}, {2}); sie wurden als angenommen gelesen.',

  // What was left out of a text
  cover: 'Umschlag',
  'title page': 'Titelseite',
}
