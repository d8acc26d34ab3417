import type { DateWords } from '../date-rules.ts'

export const germanDates: DateWords = {
  updated: ['stand|aktualisiert|geändert|überarbeitet|letzte (?:änderung|aktualisierung)'],
  published: ['veröffentlicht|erschienen|veröffentlichungsdatum|erscheinungsdatum|herausgegeben'],
  besides: [
    'stand|aktualisiert|geändert|überarbeitet|letzte|änderung|aktualisierung|zuletzt|veröffentlicht|erschienen|datum',
    'veröffentlichungsdatum|erscheinungsdatum|herausgegeben|am|den|der|vom|um|uhr|erstellt|beschlossen|ausgefertigt',
    '(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|mo|di|mi|do|fr|sa|so',
  ],
  dated: [
    String.raw`\p{L}*(?:protokoll|niederschrift|bericht|rundbrief|brief|schreiben|mitteilung|erklärung|sitzung|rede)`,
    String.raw`\p{L}*(?:urteil|beschluss|verordnung|gesetz|satzung|bekanntmachung|tagesordnung|einladung|versammlung)`,
    'newsletter|vermerk|notizen|ausgabe|predigt|vortrag|erlass|richtlinie|besprechung|treffen',
  ],
  about: ['über|gegen|nach|seit|bis|brand|sturm|anschläge?|unglücks?|schlacht|erdbebens?'],
}
