import { foldedWords, type LanguageRules } from '../language-rules.ts'
import { frenchStops } from './abbreviations.ts'
import { frenchStopWords } from './stop-words.ts'

export const frenchRules: LanguageRules = {
  stopWords: frenchStopWords,
  framingWords: foldedWords(
    `faire fait font faites donner donne donné prendre prend pris mettre met passer passe arrive appelle appellent
    signifie sorte type genre temps nombre document texte source article veut dire coûte coûtent coûtait coûterait`,
  ),
  nounsHaveCapitals: false,
  hasCompounds: false,
  elision: /^(?:l|d|j|m|t|s|n|c|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=\p{L})/iu,
  beforeStemming: (word) =>
    word
      .replace(/ee(s?)$/, 'ée$1')
      .replace(/ite(s?)$/, 'ité$1')
      .replace(/ence(s?)$/, 'ence$1')
      .replace(/logie(s?)$/, 'logie$1'),
  afterStemming: (stem) => stem,
  stops: frenchStops,
  questionWord:
    /\b(?:qui|quand|ou|combien|pourquoi|comment|quel|quelle|quels|quelles|que|quoi|qu['’]est-ce|lequel|laquelle)\b/i,
  asks: [
    ['percentage', /\bquel(?:le)? (?:pourcentage|proportion|part|taux)\b/],
    [
      'money',
      /\bcombien (?:coute|coutent|paie|paient|paye|payent|ca coute|faut-il payer|gagne)|\bquel(?:le)?s? (?:\w+ ){0,3}(?:prix|cout|tarif|montant|budget|loyer|amende|salaire|indemnite|plafond)/,
    ],
    ['year', /\b(?:en |de )?quelles? annees?\b/],
    ['time', /\bquand\b|\b(?:a|jusqu'?a|des) quelle heure\b|\bquel(?:le)? (?:jour|date|heure|mois)\b/],
    [
      'number',
      /\bcombien\b|\bquel(?:le)? (?:\w+ ){0,2}(?:age|nombre|taille|hauteur|longueur|distance|duree|temperature|superficie|poids|vitesse|delai|capacite)\b/,
    ],
    ['reason', /\bpourquoi\b|\bpour quelles? raisons?\b/],
    [
      'place',
      /\bou (?:est|sont|se|peut|puis|faut|doit|dois|a|ont|va|vont|avez|habite|commence|aller|trouve|etait)\b|\bou\b.*\?$|^\W*ou\b|\bdans quel(?:le)? (?:ville|pays|lieu|salle|rue|commune)\b/,
    ],
    ['person', /\bqui\b(?! (?:est|sont)-ce que)|\b(?:a|de|par|avec|chez) qui\b/],
  ],
  focus: /\b(?:combien d(?:e\s+|['’])|quel(?:le)?s?\s+)(\p{L}+)/iu,
  numberWords: foldedWords(
    `deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante
    soixante cent cents mille million millions milliard milliards dizaine douzaine quinzaine vingtaine trentaine
    cinquantaine centaine centaines demi demie tiers quart moitié plusieurs double triple`,
  ),
  timeWords: foldedWords(
    `janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi
    vendredi samedi dimanche hier demain aujourd'hui heure heures midi minuit matin soir siècle décennie lundis mardis
    mercredis jeudis vendredis samedis dimanches printemps été automne hiver`,
  ),
  relativeTime:
    /\b(?:dans|il y a|depuis|sous|après|avant|pendant|au bout de)\s+(?:\p{L}+\s+)?(?:jours?|semaines?|mois|ans?|années?|heures?)\b/iu,
  money:
    /[€$£]\s?\d|\d[\d.,\s]*(?:(?:millions?|milliards?)\s(?:d['’])?)?(?:€|euros?|centimes?|francs?|dollars?)(?!\p{L})|\b\p{L}+\s(?:euros|centimes|francs)\b|gratuit/iu,
  percentage: /\d\s?(?:%|pour cent)|\b(?:moitié|tiers|quart|majorité|pour cent)(?!\p{L})/iu,
  reason:
    /\b(?:parce qu|car|puisqu|afin|pour|à cause|grâce|en raison|raisons?|faute de|de peur|due?s? [àa]|causes?|entraîn|provoqu|sinon|ainsi|c['’]est pourquoi|donc|sous peine)/iu,
  placeName:
    /(?<!\p{L})(?:à|au|aux|en|dans|chez|vers|près de|devant|sur|derrière)\s+(?:(?:la|le|les)\s+|l['’])?(\p{Lu}[\p{L}\p{N}-]*)/gu,
  personName:
    /\b(?:M\.|MM\.|Mme|Mlle|Dr|Pr|Me|monsieur|madame)\s+(\p{Lu}\p{L}+)|(?<!\p{L})(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)\s+(?:\p{Lu}\.\s+)?(?:de\s+|du\s+|d['’])?(\p{Lu}\p{L}+)/gu,
}
