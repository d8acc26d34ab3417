import type { Wording } from './say.ts'

/** Commands, subcommands, options and choices. Each has one name, wherever it stands. */
export const names: Wording['names'] = {
  ask: 'fragen',
  'check-quotes': 'zitate-prüfen',
  cite: 'zitieren',
  context: 'kontext',
  'find-sources': 'quellen-finden',
  help: 'hilfe',
  settings: 'einstellungen',
  sources: 'quellen',
  summarise: 'zusammenfassen',

  'Check quotes': 'Zitate prüfen',
  'Find sources': 'Quellen finden',

  list: 'liste',
  show: 'zeigen',

  'follow-up': 'anschlussfrage',
  page: 'seite',
  paragraph: 'absatz',
  private: 'privat',
  question: 'frage',
  'quote-id': 'zitat-id',
  quotes: 'zitate',
  sentences: 'sätze',
  source: 'quelle',
  style: 'stil',
  text: 'text',

  plain: 'einfach',
}
