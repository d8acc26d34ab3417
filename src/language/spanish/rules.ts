import { foldedWords, type LanguageRules } from '../language-rules.ts'
import { spanishStops } from './abbreviations.ts'
import { spanishStopWords } from './stop-words.ts'

export const spanishRules: LanguageRules = {
  stopWords: spanishStopWords,
  framingWords: foldedWords(
    `hacer hago hace hacen hizo dar dan dio pasar pasa ocurre sucede llama llaman significa tipo tipos clase tiempo
    número cantidad documento texto fuente artículo debo necesito quiero poner pone tomar cuesta cuestan costó costaron costaría`,
  ),
  nounsHaveCapitals: false,
  hasCompounds: false,
  elision: null,
  beforeStemming: (word) => word.replace(/([cs])ion$/, '$1ión').replace(/ia(s|n|mos)?$/, 'ía$1'),
  afterStemming: (stem) => stem,
  stops: spanishStops,
  questionWord: /\b(?:que|quien|quienes|cual|cuales|cuando|donde|adonde|como|cuanto|cuanta|cuantos|cuantas|por que)\b/i,
  asks: [
    ['percentage', /\b(?:que|cual es el) (?:porcentaje|proporcion|parte)\b|\bque tanto por ciento\b/],
    [
      'money',
      /\bcuanto (?:cuesta|cuestan|costo|vale|valen|paga|pagan|pago|cobra|cobran|dinero|hay que pagar|se paga|cuestan)|\b(?:que|cual es el) (?:\w+ ){0,2}(?:precio|coste|tarifa|importe|presupuesto|multa|alquiler|sueldo|fianza|cuota|limite)/,
    ],
    ['year', /\b(?:en |de )?que anos?\b/],
    ['time', /\bcuando\b|\b(?:a|desde|hasta) que hora\b|\bque (?:dia|fecha|hora|mes|dias)\b/],
    [
      'number',
      /\bcuant[oa]s?\b|\b(?:que|cual es (?:el|la)) (?:edad|numero|altura|longitud|distancia|duracion|temperatura|superficie|peso|velocidad|plazo|capacidad)\b/,
    ],
    ['reason', /\bpor que\b|\bpor que (?:motivo|razon)\b/],
    ['place', /\b(?:donde|adonde)\b|\ben que (?:ciudad|pais|lugar|sala|calle|pueblo)\b/],
    ['person', /\bquien(?:es)?\b/],
  ],
  focus: /\b(?:cu[aá]nt[oa]s?|qu[eé])\s+(\p{L}+)/iu,
  numberWords: foldedWords(
    `dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho
    diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco treinta cuarenta cincuenta sesenta setenta
    ochenta noventa cien ciento cientos doscientos trescientos quinientos mil millón millones docena medio media tercio
    cuarto mitad doble triple varios varias`,
  ),
  timeWords: foldedWords(
    `enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre lunes martes
    miércoles jueves viernes sábado sábados domingo domingos ayer hoy mañana mediodía medianoche hora horas tarde noche
    siglo década primavera verano otoño invierno`,
  ),
  relativeTime:
    /(?<!\p{L})(?:dentro de|hace|desde|tras|después de|antes de|durante|al cabo de)\s+(?:\p{L}+\s+)?(?:días?|semanas?|mes(?:es)?|años?|horas?)(?!\p{L})/iu,
  money:
    /[€$£]\s?\d|\d[\d.,]*\s?(?:(?:millones|mil)\s(?:de\s)?)?(?:€|euros?|céntimos?|pesetas?|dólares|pesos)(?!\p{L})|\b\p{L}+\s(?:euros|céntimos|pesetas)\b|gratis|gratuit/iu,
  percentage: /\d\s?(?:%|por ciento)|\b(?:mitad|tercio|cuarto|mayoría|por ciento)(?!\p{L})/iu,
  reason:
    /(?<!\p{L})(?:porque|ya que|puesto que|pues|debido a|a causa de|para|por eso|por lo que|gracias a|motivos?|razón|razones|causas?|provoc|a fin de|con el fin|dado que|así)(?!\p{Ll}{4})/iu,
  placeName:
    /(?<!\p{L})(?:en|a|al|de|del|desde|hacia|hasta|junto a|cerca de)\s+(?:(?:la|el|los|las)\s+)?(\p{Lu}[\p{L}\p{N}-]*)/gu,
  personName:
    /(?<!\p{L})(?:Sra?\.|D\.|Dra?\.|don|doña|señora?)\s+(\p{Lu}\p{L}+)|(?<!\p{L})(\p{Lu}\p{Ll}+)\s+(?:\p{Lu}\.\s+)?(?:de\s+(?:la\s+)?)?(\p{Lu}\p{L}+)/gu,
}
