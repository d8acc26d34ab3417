import type { NameWords } from '../name-rules.ts'

export const germanNames: NameWords = {
  honorifics: [
    String.raw`(?:Dipl\.?-\p{L}+|Hr|Fr|Mag|Ing|med|phil|jur|rer|nat)\.?|Herr|Frau|Professorin|Freiherr|Graf`,
  ],
  organisations: [
    String.raw`\p{L}*(?:minister|präsid|staats)?(?:ministerium|ministerin|amt|behörde|anstalt|verband|verein|gesellschaft)`,
    String.raw`\p{L}*(?:kammer|agentur|zeitung|redaktion|universität|hochschule|stiftung|institut|genossenschaft|zentrum)`,
    String.raw`\p{L}*(?:gericht|kanzlei|verwaltung|kommission|ausschuss|rundfunk|bundestag|landtag|gewerkschaft)`,
    'gmbh|mbh|stadtwerke|anzeiger|tageblatt|kurier|nachrichten',
  ],
  firmEndings: [String.raw`söhne|töchter|gebrüder|partner|gmbh|kg|ag|cie\.?|e\. ?v\.`],
  topics: [
    String.raw`\p{L}{3,}(?:ung|heit|keit|schutz|schaft|wesen|politik|wirtschaft)(?:en)?|sport|kultur|umwelt|jugend`,
  ],
  nobody: ['redaktion|unbekannt|anonym|autor(?:in)?|verschiedene'],
  notInNames: [
    'und|oder|für|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|januar|jänner|februar|märz|oktober',
    'dezember|hier|heute',
  ],
  phrases: ['amts|rechts|grund|anfang|natur|seiten|wegen|hand|haus'],
  and: ['und|mit'],
  bylineLabels: [
    String.raw`(?:(?:ein\s+)?(?:text|beitrag|bericht|interview|kommentar|gastbeitrag|geschrieben|verfasst|veröffentlicht)\s+)?von:?\s+`,
    String.raw`(?:autor(?:in|en|innen)?|verfasser(?:in)?|text|geschrieben)\s*:\s*`,
  ],
  roles: ['redakteur(?:in)?|reporter(?:in)?|korrespondent(?:in)?|journalist(?:in)?|kolumnist(?:in)?|autor(?:in)?'],
  roleQualifiers: ['leitende[rn]?|freie[rn]?|stellvertretende[rn]?|politische[rn]?'],
  inPlace: ['in|aus'],
  forEmployer: ['für'],
  published: ['(?:zuletzt )?(?:veröffentlicht|aktualisiert|erschienen|geändert)|stand'],
  datePhrases: ['am|um|uhr|vom|minuten|lesezeit', '(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch'],
  fields: {
    title: 'titel uberschrift',
    author: 'autor autorin autoren autorinnen verfasser verfasserin verfasserinnen von',
    publisher: 'verlag herausgeber zeitung',
    source: 'quelle',
    published: 'veroffentlicht veroffentlichtam erschienen erschienenam veroffentlichung',
    date: 'datum erstellt',
    updated: 'aktualisiert stand geandert zuletztgeandert',
    language: 'sprache',
    address: 'adresse',
  },
}
