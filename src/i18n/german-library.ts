import type { Catalogue } from './say.ts'

/** What is said about adding documents to a library, and looking after them. */
export const library: Catalogue = {
  // the command
  'Add sources to the library of this server, and look after them':
    'Der Bibliothek dieses Servers Quellen hinzufügen und sie pflegen',
  'Add files to the library; without any, a form asks for them':
    'Der Bibliothek Dateien hinzufügen; ohne eine fragt ein Formular danach',
  'Add to the library': 'Zur Bibliothek hinzufügen',
  'Files, or a zip of them': 'Dateien oder ein Zip davon',
  'PDF, Word, HTML, text, mail, captions, tables, pictures of text and others, or a zip of them':
    'PDF, Word, HTML, Text, E-Mail, Untertitel, Tabelle, Bild von Text und anderes oder ein Zip davon',
  'Another file': 'Eine weitere Datei',
  'The address of a web page or file, where the host allows that':
    'Die Adresse einer Webseite oder Datei, wo der Betreiber das erlaubt',
  'Sources cannot be added by their address here. Save the page or file, and add that; or ask whoever runs the bot to turn it on.':
    'Quellen lassen sich hier nicht über ihre Adresse hinzufügen. Bitte die Seite oder Datei speichern und diese hinzufügen oder den Betreiber des Bots bitten, es einzuschalten.',
  'The address does not lead to a public website.': 'Die Adresse führt zu keiner öffentlichen Website.',
  'This is no address of a website. It must begin with https:// or http://.':
    'Das ist keine Adresse einer Website. Sie muss mit https:// oder http:// beginnen.',
  'An address with a user name cannot be added.': 'Eine Adresse mit einem Benutzernamen kann nicht hinzugefügt werden.',
  'It is larger than {0} MB. Save it and add the file.':
    'Sie ist größer als {0} MB. Bitte speichern und die Datei hinzufügen.',
  'The address leads on to others too often.': 'Die Adresse leitet zu oft an andere weiter.',
  'The website answered with status {0}.': 'Die Website antwortete mit dem Status {0}.',
  'What is there is of no kind that Quoth reads. Save it as a PDF or a web page, and add the file.':
    'Was dort steht, kann Quoth nicht lesen. Bitte als PDF oder Webseite speichern und die Datei hinzufügen.',
  'The website took longer than {0} s.': 'Die Website brauchte länger als {0} s.',
  'The website cannot be reached.': 'Die Website ist nicht zu erreichen.',
  'Only people who can see this channel may see it': 'Nur wer diesen Kanal sehen kann, darf es sehen',
  'Only people with this role may see it': 'Nur wer diese Rolle hat, darf es sehen',
  'Keep a file apart from the document of the same name, instead of as its new version':
    'Eine Datei neben dem Dokument gleichen Namens behalten, statt als dessen neue Fassung',
  'List what was added to the library': 'Auflisten, was der Bibliothek hinzugefügt wurde',
  'List what was removed and can be restored': 'Auflisten, was entfernt wurde und wiederherstellbar ist',
  'Show a document that was added, with its versions': 'Ein hinzugefügtes Dokument mit seinen Fassungen zeigen',
  'The document to show': 'Das Dokument, das gezeigt wird',
  'State the title, authors, publisher, date or URL of a document':
    'Titel, Autoren, Herausgeber, Datum oder URL eines Dokuments angeben',
  'The document to edit': 'Das Dokument, das geändert wird',
  'Its title; - for what the document says': 'Sein Titel; - für das, was im Dokument steht',
  'Its authors, with semicolons: Roe, Jane; John Doe': 'Seine Autoren, mit Semikolon: Roe, Jane; John Doe',
  'Its publisher; - for what the document says': 'Sein Herausgeber; - für das, was im Dokument steht',
  'When it was published: 2014, 2014-05 or 2014-05-03': 'Wann es erschien: 2014, 2014-05 oder 2014-05-03',
  'Its address; - for what the document says': 'Seine Adresse; - für das, was im Dokument steht',
  'Say who may see a document: everyone, if neither channel nor role is given':
    'Festlegen, wer ein Dokument sehen darf: alle, wenn weder Kanal noch Rolle genannt ist',
  'The document': 'Das Dokument',
  'Or this channel': 'Oder diesen Kanal',
  'Or this role': 'Oder diese Rolle',
  'Remove a document; it can be restored for 30 days': 'Ein Dokument entfernen; 30 Tage lang wiederherstellbar',
  'The document to remove': 'Das Dokument, das entfernt wird',
  'Delete it with all its versions, so that it cannot be restored':
    'Mit allen Fassungen löschen, sodass es nicht wiederherstellbar ist',
  'Put a removed document back': 'Ein entferntes Dokument wiederherstellen',
  'The document to restore': 'Das Dokument, das wiederhergestellt wird',
  'Say who may change the library, and whether what the host shares is read too':
    'Festlegen, wer die Bibliothek ändern darf und ob auch zitiert wird, was der Betreiber teilt',
  'People with this role may add, edit and remove, besides those who manage the server':
    'Wer diese Rolle hat, darf hinzufügen, ändern und entfernen, neben denen, die den Server verwalten',
  'Only people who can manage the server may add, edit and remove':
    'Nur wer den Server verwalten kann, darf hinzufügen, ändern und entfernen',
  'Whether answers quote what the host shares with all servers, too':
    'Ob Antworten auch zitieren, was der Betreiber mit allen Servern teilt',
  'How the library of this server is kept': 'Wie die Bibliothek dieses Servers gepflegt wird',
  'Added to, edited and removed from by people who can manage the server, and {0}.':
    'Hinzufügen, ändern und entfernen dürfen alle, die den Server verwalten können, und {0}.',
  'Added to, edited and removed from by people who can manage the server.':
    'Hinzufügen, ändern und entfernen dürfen alle, die den Server verwalten können.',
  'Answers also quote what the host shares with all servers.':
    'Antworten zitieren auch, was der Betreiber mit allen Servern teilt.',
  'Answers quote what was added here, and nothing that the host shares with all servers.':
    'Antworten zitieren, was hier hinzugefügt wurde, und nichts, was der Betreiber mit allen Servern teilt.',
  'Get the documents as they were added, in a zip': 'Die Dokumente holen, wie sie hinzugefügt wurden, in einem Zip',
  'List who added, edited and removed what': 'Auflisten, wer was hinzugefügt, geändert und entfernt hat',
  '“{0}” must be chosen from the list.': '„{0}“ muss aus der Liste gewählt werden.',
  'There is no library here that can be changed.': 'Hier gibt es keine Bibliothek, die sich ändern lässt.',

  // what is kept of a person
  'See what Quoth keeps of you, as a file, and have it erased':
    'Sehen, was Quoth über Sie aufbewahrt, als Datei, und es löschen lassen',
  'Erase it, with your own library; the file has it one last time':
    'Es löschen, samt Ihrer eigenen Bibliothek; die Datei hat es ein letztes Mal',
  'Nothing is kept of anybody here.': 'Hier wird über niemanden etwas aufbewahrt.',
  'Quoth keeps nothing of you.': 'Quoth bewahrt nichts über Sie auf.',
  'Replies whose buttons still work: {0}': 'Antworten, deren Knöpfe noch gehen: {0}',
  'Questions that you wait for: {0}': 'Fragen, auf deren Antwort Sie warten: {0}',
  'Answers that you rated: {0}': 'Antworten, die Sie bewertet haben: {0}',
  'Changes of libraries with your name: {0}': 'Änderungen von Bibliotheken unter Ihrem Namen: {0}',
  'Documents of your own library: {0}': 'Dokumente Ihrer eigenen Bibliothek: {0}',
  'Erased. This is what Quoth kept of you; nobody has it any more, but for backups that whoever runs Quoth may have made.':
    'Gelöscht. Das hat Quoth über Sie aufbewahrt; niemand hat es mehr, abgesehen von Sicherungen derer, die Quoth betreiben.',
  'This is what Quoth keeps of you. To have it erased, use /forget-me erase:True.':
    'Das bewahrt Quoth über Sie auf. Zum Löschen: /vergiss-mich löschen:True.',

  // what stands in the way
  'The sources that people added cannot be read right now, so they are not in this answer.':
    'Hinzugefügte Quellen sind gerade nicht lesbar und fehlen deshalb in dieser Antwort.',
  'The sources that people added cannot be read or changed, because the bot cannot use its data. Please tell whoever runs it.':
    'Hinzugefügte Quellen sind weder lesbar noch änderbar, weil der Bot seine Daten nicht verwenden kann. Bitte sagen Sie es denen, die ihn betreiben.',
  'The library is full: it may have 1 document. Remove one first.':
    'Die Bibliothek ist voll: Sie darf 1 Dokument haben. Bitte erst eines entfernen.',
  'The library is full: it may have {0} documents. Remove one first.':
    'Die Bibliothek ist voll: Sie darf {0} Dokumente haben. Bitte erst eines entfernen.',
  'The library is full: {0} of {1} MB are taken, by earlier versions and removed documents too. Remove some for good first.':
    'Die Bibliothek ist voll: {0} von {1} MB sind belegt, auch von früheren Fassungen und entfernten Dokumenten. Bitte erst etwas endgültig entfernen.',
  'Somebody else changed this document at the same time. Please try again.':
    'Jemand anders hat dieses Dokument gleichzeitig geändert. Bitte noch einmal versuchen.',
  'You may not change this library. Ask somebody who manages this server.':
    'Sie dürfen diese Bibliothek nicht ändern. Fragen Sie jemanden, der diesen Server verwaltet.',
  'Several documents are called “{0}”. Give the id of the one you mean.':
    'Mehrere Dokumente heißen „{0}“. Bitte die Kennung des gemeinten angeben.',
  'No removed document is called “{0}”, or it was deleted for good. See /library list removed:True.':
    'Kein entferntes Dokument heißt „{0}“, oder es wurde endgültig gelöscht. Siehe /bibliothek liste entfernt:True.',
  'Nobody added a document called “{0}” to this library. See /library list.':
    'Niemand hat dieser Bibliothek ein Dokument namens „{0}“ hinzugefügt. Siehe /bibliothek liste.',
  'There is nothing in it that could be quoted.': 'Es enthält nichts, was sich zitieren ließe.',
  'The original of {0} ({1}) is missing or damaged.': 'Das Original von {0} ({1}) fehlt oder ist beschädigt.',
  'The date cannot be read. Write it as 2014, 2014-05 or 2014-05-03.':
    'Das Datum ist nicht lesbar. Bitte als 2014, 2014-05 oder 2014-05-03 schreiben.',
  'The URL cannot be read. It begins with https:// or http://.':
    'Die URL ist nicht lesbar. Sie beginnt mit https:// oder http://.',
  '“{0}” cannot be read. It may be too long.': '„{0}“ ist nicht lesbar. Vielleicht ist es zu lang.',
  'Nothing to change: give a title, authors, publisher, date or url.':
    'Nichts zu ändern: Bitte Titel, Autoren, Herausgeber, Datum oder URL angeben.',
  'This document became several sources, each with fields of its own, so they cannot be changed together.':
    'Aus diesem Dokument wurden mehrere Quellen mit eigenen Angaben, die sich nicht gemeinsam ändern lassen.',
  'The documents are too large for a message: {0} MB. Ask whoever runs Quoth for an export.':
    'Die Dokumente sind für eine Nachricht zu groß: {0} MB. Bitten Sie die, die Quoth betreiben, um einen Export.',
  'Quoth cannot read files of this kind. It reads PDF, Word, OpenDocument, HTML, e-books, text, Markdown, mail, captions, tables, bibliographies, pictures of text, and a zip of these.':
    'Dateien dieser Art kann Quoth nicht lesen. Es liest PDF, Word, OpenDocument, HTML, E-Books, Text, Markdown, E-Mail, Untertitel, Tabellen, Bibliografien, Bilder von Text und ein Zip davon.',
  'The zip has no files in it.': 'Das Zip enthält keine Dateien.',
  'Discord did not send the file. Please try again.':
    'Discord hat die Datei nicht geschickt. Bitte noch einmal versuchen.',
  'Not shared: not everyone in this channel may see the sources of this answer.':
    'Nicht geteilt: Nicht alle in diesem Kanal dürfen die Quellen dieser Antwort sehen.',
  '{0} cannot be added. {1}': '{0} kann nicht hinzugefügt werden. {1}',
  'The folder {0} has no documents.': 'Der Ordner {0} hat keine Dokumente.',
  '{0} is not a regular file.': '{0} ist keine gewöhnliche Datei.',

  // adding
  'Fetching {0} …': '{0} wird geholt …',
  'Reading {0} …': '{0} wird gelesen …',
  'Reading {0}: {1} of {2} pages …': '{0} wird gelesen: {1} von {2} Seiten …',
  'Indexing {0} …': '{0} wird in den Index aufgenommen …',
  'File {0} of {1}.': 'Datei {0} von {1}.',
  added: 'hinzugefügt',
  'added as {0} sources': 'als {0} Quellen hinzugefügt',
  '{0}; near-duplicate of “{1}” ({2} %)': '{0}; fast gleich wie „{1}“ ({2} %)',
  'new version {0}': 'neue Fassung {0}',
  'already there': 'schon vorhanden',
  'refused: {0}': 'abgelehnt: {0}',
  '1 part could not be read': '1 Teil war nicht lesbar',
  '{0} parts could not be read': '{0} Teile waren nicht lesbar',
  'No files were given': 'Es wurden keine Dateien mitgegeben',
  '{0} of 1 file added': '{0} von 1 Datei hinzugefügt',
  '{0} of {1} files added': '{0} von {1} Dateien hinzugefügt',
  'They can be asked about now.': 'Sie können jetzt dazu fragen.',

  // what there is
  '{0} kB': '{0} kB',
  '{0} MB': '{0} MB',
  somebody: 'jemand',
  'the host': 'der Betreiber',
  'only for {0}': 'nur für {0}',
  'version {0}': 'Fassung {0}',
  'removed {0}': 'entfernt {0}',
  'Left: {0} documents and {1}, of {2} and {3}.': 'Noch frei: {0} Dokumente und {1} von {2} und {3}.',
  '1 removed document': '1 entferntes Dokument',
  '{0} removed documents': '{0} entfernte Dokumente',
  '1 document was added': '1 Dokument wurde hinzugefügt',
  '{0} documents were added': '{0} Dokumente wurden hinzugefügt',
  'Add files with /library add, or right-click a message (or press and hold) and choose **Apps**.':
    'Dateien fügt man mit /bibliothek hinzufügen hinzu oder indem man eine Nachricht rechts anklickt (oder gedrückt hält) und **Apps** wählt.',
  Title: 'Titel',
  Visible: 'Sichtbar',
  'to everyone here': 'für alle hier',
  Sources: 'Quellen',
  'Removed. It can be restored until {0}.': 'Entfernt. Bis {0} wiederherstellbar.',
  'Edited. Quotes show it from now on.': 'Geändert. Zitate zeigen es von jetzt an.',
  'Visible {0} from now on.': 'Von jetzt an sichtbar {0}.',
  'Visible to everyone here from now on.': 'Von jetzt an für alle hier sichtbar.',
  'Restored. It can be asked about now.': 'Wiederhergestellt. Sie können jetzt dazu fragen.',
  'Deleted for good, with all its versions.': 'Mit allen Fassungen endgültig gelöscht.',
  'new version': 'neue Fassung',
  edited: 'geändert',
  visibility: 'Sichtbarkeit',
  removed: 'entfernt',
  restored: 'wiederhergestellt',
  'deleted for good': 'endgültig gelöscht',
  '1 change of the library': '1 Änderung der Bibliothek',
  '{0} changes of the library': '{0} Änderungen der Bibliothek',
  '1 document, as it was added:': '1 Dokument, wie es hinzugefügt wurde:',
  '{0} documents, as they were added:': '{0} Dokumente, wie sie hinzugefügt wurden:',
  'This is from an earlier version of the source. The library has a newer one.':
    'Das stammt aus einer früheren Fassung der Quelle. Die Bibliothek hat eine neuere.',
}
