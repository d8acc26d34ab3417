import { anyOf } from './english/any-of.ts'
import type { ReadLanguage } from './languages.ts'

/** Openings that point back to the sentence before, in languages that no tagger reads here. */
const pointsBackIn: { readonly [L in Exclude<ReadLanguage, 'en'>]: RegExp } = {
  de: new RegExp(
    String.raw`^["'„“‚»(*_\s]*${anyOf(
      'er|sie|es|ihm|ihn|ihr|ihre[mnrs]?|sein|seine[mnrs]?|dies|diese[mnrs]?|das|dessen|deren|dabei',
      'dafür|dagegen|daher|damit|danach|dann|daran|darauf|daraus|darin|darüber|darum|davon|dazu|deshalb',
      'deswegen|trotzdem|jedoch|aber|und|oder|doch|auch|außerdem|zudem|sondern|denn|so|solche[mnrs]?',
      'dort|da|ja|nein|beide[nr]?|letztere[rnms]?|stattdessen|allerdings|ebenso|hingegen|nicht',
    )}(?![\p{L}\p{N}])`,
    'iu',
  ),
  fr: new RegExp(
    String.raw`^["'«“(*_\s]*${anyOf(
      "il|elle|ils|elles|lui|leurs?|sa|son|ses|celui|celle|ceux|celles|ce|c['’]est|ces|cet|cette|cela",
      'ça|ceci|mais|et|ou|or|donc|car|puis|ensuite|alors|ainsi|aussi|cependant|toutefois|pourtant',
      "néanmoins|en revanche|par contre|de plus|en outre|par exemple|oui|non|y|en effet|d['’]ailleurs|d['’]après (?:lui|elle|eux)",
      'autrement|sinon|pas|selon (?:lui|elle|eux)',
    )}(?![\p{L}\p{N}])`,
    'iu',
  ),
  es: new RegExp(
    String.raw`^["'«“¡(*_\s]*${anyOf(
      'él|ella|ellos|ellas|su|sus|este|esta|estos|estas|ese|esa|esos|esas|esto|eso|aquello|aquel',
      'aquella|pero|y|e|o|u|ni|sino|así|además|también|tampoco|entonces|luego|después|sin embargo',
      'no obstante|por (?:eso|ello|tanto|ejemplo|el contrario)|en cambio|ambos|ambas|sí|no(?=[,.;:])',
      'allí|ahí|otro|otra|otros|otras|lo(?! que)',
    )}(?![\p{L}\p{N}])`,
    'iu',
  ),
}

/** Openings that are about the document itself. */
const pointsElsewhereIn: { readonly [L in Exclude<ReadLanguage, 'en'>]: RegExp } = {
  de: new RegExp(
    String.raw`^[*_\s]*(?:diese[sr]?|dies) ${anyOf(
      'ordnung|richtlinie|merkblatt|bericht|anleitung|dokument|vereinbarung|satzung|regeln?|hinweise?',
      'jahr|woche|monat',
    )}\b`,
    'i',
  ),
  fr: /^[*_\s]*(?:ce|cet|cette|ces) (?:règlement|rapport|notice|guide|document|note|année|semaine|mois|été|règles)\b/i,
  es: new RegExp(
    String.raw`^[*_\s]*(?:este|esta|estos|estas) ${anyOf(
      'reglamento|informe|manual|guía|documento|nota|normas?|año|semana|mes|folleto',
    )}\b`,
    'i',
  ),
}

/** Who was there, who decided and which version it is, in German, French and Spanish. */
const formality = new RegExp(
  String.raw`^[*_(]*(?:${anyOf(
    'anwesend|abwesend|entschuldigt|teilnehme|betreff|datum|ort|présente?s?|absente?s?|excusée?s?',
    'destinataires?|objet|lieu|asisten|presentes|ausentes|excusan|asunto|fecha|lugar',
  )}[^:]{0,30}:|${anyOf(
    'beschlossen|genehmigt|geändert|erstellt|veröffentlicht|fassung|stand:|nur für den|approuvée?',
    'adoptée?|modifiée?|rédigée?|publiée?|version|aprobad[oa]|modificad[oa]|publicad[oa]|grabad[oa]',
    'versión|borrador|brouillon|entwurf',
  )}\b)`,
  'i',
)

/**
 * @param sentence of a text in German, French or Spanish
 * @returns whether it is about how the document came about: attendance, approval, version
 */
export const isFormality = (sentence: string): boolean => formality.test(sentence)

/**
 * @param sentence of a text
 * @param language of the text; English has rules of its own
 * @returns whether it opens with a word that points back to the sentence before; false for an unknown language
 */
export const pointsBackInLanguage = (sentence: string, language: ReadLanguage | null): boolean =>
  language !== null &&
  language !== 'en' &&
  pointsBackIn[language].test(sentence) &&
  !pointsElsewhereIn[language].test(sentence)
