import type { NameWords } from '../name-rules.ts'

export const spanishNames: NameWords = {
  honorifics: [String.raw`(?:Sra?|Srta|Dra|Lic|Ing|Don|Doña)\.?`],
  organisations: [
    'ministerio|agencia|centro|asociación|sociedad|fundación|oficina|consejo|universidad|escuela|academia|redacción',
    'comité|dirección|sindicato|ayuntamiento|gobierno|observatorio|federación|instituto|secretaría|diario|periódico',
  ],
  firmEndings: [String.raw`hijos|hermanos|asociados|cía\.?|s\.?l|s\.?a`],
  topics: ['salud|investigación|seguridad|familia|trabajo|agricultura|industria|vivienda|\\p{L}{3,}(?:ción|dad)'],
  nobody: ['la redacción|redacción|anónimo|desconocido'],
  notInNames: [
    'para|desde|sobre|lunes|martes|miércoles|jueves|viernes|sábado|enero|febrero|junio|septiembre|octubre|noviembre',
    'diciembre|aquí|todos|nuestro|vuestro',
  ],
  phrases: ['favor|ejemplo|supuesto|ley|decreto|correo|avión|ahora|ciento|fin'],
  and: ['con'],
  bylineLabels: [
    String.raw`(?:(?:escrito|publicado|texto|redactado|entrevista|reportaje)\s+)?por:?\s+`,
    String.raw`(?:autor(?:a|es|as)?|texto)\s*:\s*`,
  ],
  roles: ['periodista|redactora?|corresponsal|columnista|reportera?'],
  roleQualifiers: ['enviad[oa] especial'],
  inPlace: ['en'],
  forEmployer: ['para'],
  published: ['publicado|actualizado|modificado'],
  datePhrases: ['el|a las|lunes|martes|miércoles|jueves|viernes|sábado|domingo'],
  fields: {
    title: 'titulo',
    author: 'autora autores autoras por',
    publisher: 'editorial periodico',
    source: 'fuente',
    published: 'publicado fechadepublicacion publicadoel',
    date: 'fecha',
    updated: 'actualizado',
    language: 'idioma lengua',
  },
}
