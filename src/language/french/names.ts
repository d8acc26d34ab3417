import type { NameWords } from '../name-rules.ts'

export const frenchNames: NameWords = {
  honorifics: [String.raw`(?:Mme|Mlle|Me|Pr)\.?|Madame|Monsieur|Maître`],
  organisations: [
    'ministère|agence|centre|association|société|fondation|bureau|conseil|université|école|académie|rédaction|assemblée',
    'comité|direction|syndicat|mairie|préfecture|gouvernement|observatoire|fédération|sarl|journal|revue|le monde',
  ],
  firmEndings: ['fils|frères|associés|cie|sa|sarl'],
  topics: ['santé|recherche|environnement|sécurité|famille|culture|travail|agriculture|industrie|logement'],
  nobody: ['rédaction|la rédaction|anonyme|inconnu'],
  notInNames: [
    'pour|dans|avec|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|février|juillet|août|septembre|octobre',
    'novembre|décembre|ici|tous|toute|notre|votre|leur',
  ],
  phrases: ['avion|courrier|ailleurs|exemple|défaut|décret|arrêté|contre|hasard'],
  and: ['et|avec'],
  bylineLabels: [
    String.raw`(?:(?:(?:écrit|publié|rédigé|posté|propos\s+recueillis|texte|article|reportage)\s+)?par):?\s+`,
    String.raw`(?:auteurs?|auteures?|autrices?|texte)\s*:\s*`,
  ],
  roles: ['journaliste|rédact(?:eur|rice)|correspondante?|chroniqueu(?:r|se)|reporter'],
  roleQualifiers: ['grande?|envoyée? spéciale?'],
  inPlace: ['à'],
  forEmployer: ['pour'],
  published: ['publiée?|mise? à jour|modifiée?'],
  datePhrases: ['le|à|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche'],
  fields: {
    title: 'titre',
    author: 'auteur auteure auteurs auteures autrice autrices par',
    publisher: 'editeur journal',
    published: 'publie datepublication datedepublication',
    updated: 'misajour',
    language: 'langue',
  },
}
