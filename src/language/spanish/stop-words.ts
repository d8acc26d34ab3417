import { foldedWords } from '../language-rules.ts'

export const spanishStopWords = foldedWords(`
  a acá ahí al algo alguien algún alguna algunas alguno algunos allá allí ambas ambos ante antes apenas aquel aquella
  aquellas aquello aquellos aquí así aún aunque bajo bastante bien cabe cada casi como cómo con conmigo contigo contra
  cual cuál cuales cuáles cualquier cualquiera cuando cuándo cuanta cuánta cuantas cuántas cuanto cuánto cuantos cuántos
  cuya cuyas cuyo cuyos da dan de debe deben debería deberán deberá debo del desde después dicha dicho donde dónde dos
  durante e el él ella ellas ello ellos en entonces entre era eran eras eres es esa esas ese eso esos esta está estaba
  estaban estado estamos están estar estará estas este esto estos estoy fue fuera fueron fui ha había habían haber habrá
  hace hacen hacia han has hasta hay haya hayan he hemos hubo incluso jamás junto la las le les lo los luego más me
  mediante menos mi mí mía mías mientras mío míos mis misma mismas mismo mismos mucho muy nada nadie ni ningún ninguna
  ninguno no nos nosotras nosotros nuestra nuestras nuestro nuestros nunca o os otra otras otro otros para pero poco por
  porque por qué pues puede pueden puedo podrá podrán podía pudo que qué quien quién quienes quiénes salvo se sea sean
  según ser será serán sería si sí sido siempre siendo sin sino sobre sois solo sólo somos son soy su sus suya suyas suyo
  suyos tal tales también tampoco tan tanta tantas tanto tantos te tenemos tener tengo ti tiene tienen tenía tienes toda
  todas todavía todo todos tras tu tú tus tuvo u un una unas uno unos usted ustedes va van varias varios vosotros voy
  vuestra vuestro y ya yo`)
