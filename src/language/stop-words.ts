/** Languages whose stop words are known here. */
export type StopWordLanguage = 'en' | 'de' | 'fr' | 'es'

/** The commonest words that say nothing of a text's topic, in lower case. */
const stopWords: { readonly [L in StopWordLanguage]: ReadonlySet<string> } = {
  en: new Set(
    `a about above after again against all also am an and any are aren as at be because been before being below
    between both but by can cannot could couldn d did didn do does doesn doing don down during each even ever every
    few for from further get got had hadn has hasn have haven having he her here hers herself him himself his how i
    if in into is isn it its itself just ll m may me might more most much must my myself no nor not now of off on
    once one only or other our ours out over own per re s said same say says shall she should shouldn so some such t
    than that the their theirs them themselves then there these they this those through to too two under until up
    upon us ve very was wasn we were weren what when where which while who whom why will with within without won
    would wouldn yet you your yours`.split(/\s+/),
  ),
  de: new Set(
    `aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bin bis bist da damit dann
    das dass dem den denn der des dessen die dies diese diesem diesen dieser dieses doch dort du durch ein eine
    einem einen einer eines er es etwas euch für gegen gibt hab habe haben hat hatte hatten hier ich ihm ihn ihnen
    ihr ihre ihrem ihren ihrer im in ins ist ja jede jedem jeden jeder jedes kann kein keine keinem keinen keiner
    können könnte man mehr mein meine mit muss müssen nach nicht nichts noch nun nur ob oder ohne sehr sein seine
    seinem seinen seiner seit sich sie sind so soll sollen sollte sondern sowie über um und uns unser unsere unter
    vom von vor war waren was wegen weil wenn wer werden wie wieder will wir wird wo wurde wurden zu zum zur
    zwischen`.split(/\s+/),
  ),
  fr: new Set(
    `à ai alors après au aucun aussi autre autres aux avait avec avoir c ce ceci cela celle celles celui ces cet
    cette ceux chaque chez comme contre d dans de depuis des deux dont du elle elles en encore entre est et été
    étaient était être eu eux fait faut il ils j je jusqu l la le les leur leurs lors lui ma mais me même mes moins
    mon n ne ni nos notre nous on ont ou où par pas pendant peu peut plus pour pourquoi qu quand que quel quelle qui
    s sa sans se sera ses si son sont sous sur t ta tous tout toute toutes très tu un une vers vos votre vous y`.split(
      /\s+/,
    ),
  ),
  es: new Set(
    `a al algo ante antes aquel aquella aunque cada como con contra cual cuando de del desde donde dos durante e el
    él ella ellas ellos en entre era eran es esa esas ese eso esos esta está están estas este esto estos fue fueron
    ha había han hasta hay la las le les lo los más me mi mientras muy nada ni no nos nosotros o os otra otras otro
    otros para pero poco por porque puede que quien se sea ser si sí sido sin sobre son su sus también tan te tiene
    todo todos tras tu un una uno unos usted ya y yo`.split(/\s+/),
  ),
}

/** Characters of a text that are read to tell its language. */
const maxCharactersRead = 4000
/** The least share of stop words by which a language is recognised. */
const minShare = 0.15

export const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/**
 * A guess by stop words, until a source knows its language.
 * @param text of one language
 * @returns that of English, German, French and Spanish whose stop words are most common; null for a text of another
 */
export const guessLanguage = (text: string): StopWordLanguage | null => {
  const words = wordsIn(text.slice(0, maxCharactersRead))
  const shares = (Object.keys(stopWords) as StopWordLanguage[]).map((language) => ({
    language,
    share: words.filter((word) => stopWords[language].has(word)).length / Math.max(1, words.length),
  }))
  const [best] = shares.toSorted((a, b) => b.share - a.share)
  return best && best.share >= minShare ? best.language : null
}

const none: ReadonlySet<string> = new Set()

/** The stop words of a language; none for an unknown one. */
export const stopWordsOf = (language: StopWordLanguage | null): ReadonlySet<string> =>
  language === null ? none : stopWords[language]
