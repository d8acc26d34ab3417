import type { DateWords } from '../date-rules.ts'

export const frenchDates: DateWords = {
  updated: ['mis(?:e)? à jour|modifiée?|révisée?|dernière (?:mise à jour|modification)|màj'],
  published: ['publiée?|parue?|diffusée?|date de (?:publication|parution)'],
  besides: [
    'mise?|à|jour|modifiée?|révisée?|dernière|modification|màj|publiée?|parue?|diffusée?|publication|parution|date',
    'le|du|de|fait|établie?|heures?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|en',
  ],
  dated: [
    'compte[- ]rendu|procès-verbal|rapport|lettre|communiqué(?: de presse)?|discours|bulletin|ordre du jour|note',
    'arrêté?|décret|loi|jugement|circulaire|réunion|séance|assemblée(?: générale)?|déclaration|ordonnance|audience',
    "infolettre|lettre d['’]information|allocution|conseil municipal",
  ],
  about: ['sur|contre|après|avant|depuis|concernant|relatif|relative|incendie|tempête|attentats?|bataille|séisme'],
}
