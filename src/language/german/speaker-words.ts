export const speakerTitle =
  '(?:Herr|Frau|Vizepräsident(?:in)?|Präsident(?:in)?|Bundeskanzler(?:in)?|Bundesminister(?:in)?|Minister(?:in)?|Staatssekretär(?:in)?|Abgeordneter?|Abg|Richter(?:in)?|Bürgermeister(?:in)?|Senator(?:in)?|Alterspräsident(?:in)?)'

export const speakerRole =
  '(?:Moderator(?:in)?|Interviewer(?:in)?|Reporter(?:in)?|Zeugin|Zeuge|Richter(?:in)?|Vorsitzender?|Präsident(?:in)?|Angeklagter?|Verteidiger(?:in)?|Staatsanwalt|Staatsanwältin|Sprecher(?:in)?|Anrufer(?:in)?|Lehrer(?:in)?|Schüler(?:in)?|Arzt|Ärztin|Erzähler(?:in)?|Teilnehmer(?:in)?|Dolmetscher(?:in)?|Bürgermeister(?:in)?)'

export const askingRole = '(?:Moderator(?:in)?|Interviewer(?:in)?|Reporter(?:in)?)'

export const questionLabel = 'Frage'
export const answerLabel = 'Antwort'

export const noteLabelWords = `
  hinweis hinweise beispiel beispiele achtung anmerkung anmerkungen wichtig tipp tipps schritt warnung vorsicht frage fragen
  betreff datum ort zeit uhrzeit name adresse anschrift telefon quelle quellen autor autoren titel thema ziel ziele ergebnis
  ergebnisse lösung problem ursache folge folgen vorteil vorteile nachteil nachteile definition zusammenfassung fazit
  einleitung zutaten zubereitung dauer preis kosten teil kapitel abschnitt abbildung tabelle foto bild aufgabe aufgaben
  übung bemerkung stand fassung beschluss antrag richtig falsch merke von an siehe bezug anlage anlagen nachtrag korrektur
  grund gründe begründung regel ausnahme bedeutung herkunft satz beweis
  montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag`

export const firstPerson = '(?:[Ii]ch|[Mm]ir|[Mm]ich|[Mm]ein(?:e[mnrs]?)?|[Ww]ir|[Uu]ns|[Uu]nser(?:e[mnrs]?)?)'
export const answerOpening =
  '(?:ja|nein|doch|genau|danke|vielen dank|guten (?:tag|morgen|abend)|hallo|natürlich|nun|na|also|bitte|gern)'

export const aboutTranscript = /\b(?:Das (?:Interview|Gespräch) führten?|Interview:|Gespräch wurde)\b/
