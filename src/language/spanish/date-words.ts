import type { DateWords } from '../date-rules.ts'

export const spanishDates: DateWords = {
  updated: ['actualizad[oa]|modificad[oa]|revisad[oa]|última (?:actualización|modificación)'],
  published: ['publicad[oa]|difundid[oa]|fecha de publicación'],
  besides: [
    'actualizad[oa]|modificad[oa]|revisad[oa]|última|actualización|modificación|publicad[oa]|publicación|fecha',
    'el|de|del|en|a|día|horas?|lunes|martes|miércoles|jueves|viernes|sábado|domingo',
  ],
  dated: [
    'acta|informe|carta|comunicado|discurso|boletín|nota de prensa|orden del día|reunión|sesión|asamblea|junta',
    'ley|decreto|sentencia|resolución|circular|declaración|real decreto|pleno|memorando|convocatoria',
  ],
  about: ['sobre|contra|tras|después|antes|desde|acerca|relativ[oa]|incendio|tormenta|atentados?|batalla|terremoto'],
}
