export const speakerTitle = '(?:M|MM|Mme|Mlle|Monsieur|Madame|Me|Maître|Docteur)'

export const speakerRole =
  '(?:(?:le |la )?(?:modérateur|modératrice|journaliste|présidente?|rapporteure?|ministre|témoin|juge|interviewer|intervieweur|intervieweuse|animateur|animatrice|avocate?|procureure?|greffier|narrateur|narratrice|maire))'

export const askingRole = '(?:modérateur|modératrice|journaliste|intervieweur|intervieweuse|animateur|animatrice)'

export const questionLabel = 'question'
export const answerLabel = 'réponse'

export const noteLabelWords = `
  remarque remarques exemple exemples attention avertissement conseil conseils étape étapes question questions réponse
  objet date lieu heure nom prénom adresse téléphone source sources auteur auteurs titre sujet thème but buts résultat
  résultats solution problème cause causes avantage avantages inconvénient inconvénients définition résumé conclusion
  introduction ingrédients préparation durée prix coût partie chapitre tableau photo image exercice exercices important
  nota vrai faux règle exception de à voir annexe annexes
  lundi mardi mercredi jeudi vendredi samedi dimanche`

export const firstPerson = "(?:[Jj]e|[Jj]['’]\\p{L}+|[Mm]oi|[Mm]on|[Nn]ous|[Nn]otre|[Nn]os)"
export const answerOpening =
  "(?:oui|non|si|merci|bonjour|bonsoir|d['’]accord|bien sûr|tout à fait|exactement|absolument|écoutez|alors|eh bien)"

export const aboutTranscript = /\b(?:[Pp]ropos recueillis|[Ee]ntretien réalisé)\b/
