export const speakerTitle = '(?:Sr|Sra|Srta|Señor|Señora|Don|Doña|Dra)'

export const speakerRole =
  '(?:(?:el |la )?(?:señor |señora )?(?:moderadora?|presidenta|presidente|entrevistadora?|entrevistad[oa]|periodista|testigo|juez|jueza|fiscal|abogad[oa]|secretari[oa]|ministr[oa]|narradora?|alcalde|alcaldesa))'

export const askingRole = '(?:moderadora?|entrevistadora?|periodista)'

export const questionLabel = 'pregunta'
export const answerLabel = 'respuesta'

export const noteLabelWords = `
  nota notas ejemplo ejemplos advertencia atención consejo consejos paso pasos pregunta preguntas asunto fecha lugar hora
  nombre dirección teléfono fuente fuentes autor autora autores título tema objetivo objetivos resultado resultados solución
  problema causa causas ventaja ventajas desventaja desventajas definición resumen conclusión introducción ingredientes
  preparación duración precio costo coste parte capítulo tabla foto imagen ejercicio ejercicios importante aviso verdadero
  falso regla excepción de para ver anexo anexos
  lunes martes miércoles jueves viernes sábado domingo`

export const firstPerson = '(?:[Yy]o|[Nn]osotros|[Nn]osotras|[Nn]uestr[oa]s?|[Mm]i|[Mm]is|[Mm]e|[Nn]os)'
export const answerOpening =
  '(?:sí|no|claro|gracias|hola|bueno|pues|exacto|por supuesto|buenos días|buenas (?:tardes|noches)|de acuerdo)'

export const aboutTranscript = /\b(?:[Ee]ntrevista realizada|[Ll]a entrevista fue)\b/
