import type { Wording } from './say.ts'

/** Commands, subcommands, options and choices. Each has one name, wherever it stands. */
export const names: Wording['names'] = {
  ask: 'fragen',
  cite: 'zitieren',
  context: 'kontext',
  help: 'hilfe',
  settings: 'einstellungen',
  sources: 'quellen',
  summarise: 'zusammenfassen',

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

  plain: 'einfach',
}
