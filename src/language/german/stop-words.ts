import { foldedWords } from '../language-rules.ts'

export const germanStopWords = foldedWords(`
  aber all alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes auch auf aufs aus
  außer außerdem bei beide beiden beim bereits bin bis bist bloß da dabei dadurch dafür dagegen daher dahin damit danach
  daneben dann daran darauf daraus darf darfst darin darüber darum darunter das dass davon davor dazu dein deine deinem
  deinen deiner deines dem demnach den denen denn dennoch der deren derselbe derselben des deshalb dessen desto deswegen
  dich die dies diese dieselbe dieselben diesem diesen dieser dieses dir doch dort du durch dürfe dürfen dürft durfte
  durften eben ebenfalls ebenso eher ein eine einem einen einer eines einige einigem einigen einiger einiges einmal er
  es etwa etwas euch euer eure eurem euren eurer für fürs ganz gar gegen gemäß genau genug gern gewesen geworden gibt
  hab habe haben habt hast hat hatte hatten hätte hätten her hier hierbei hierfür hierzu hin hinter ich ihm ihn ihnen
  ihr ihre ihrem ihren ihrer ihres im immer in indem ins innerhalb ist ja je jede jedem jeden jeder jedes jedoch jemand
  jemandem jemanden jene jenem jenen jener jenes jetzt kann kannst kaum kein keine keinem keinen keiner keines können
  könnt könnte könnten konnte konnten man manche manchem manchen mancher manches mal mehr mein meine meinem meinen
  meiner meines mich mir mit mithilfe möchte möchten mag mögen muss müssen müsse musst müsst müsste müssten musste
  mussten nach nachdem neben nein nicht nichts noch nun nur ob obwohl oder ohne samt schon sehr sei seid sein seine
  seinem seinen seiner seines seit seitdem selbst sich sie sind so sobald sodass sofern solche solchem solchen solcher
  solches soll sollen sollst sollt sollte sollten somit sondern sonst soweit sowie sowohl statt trotz über überhaupt um
  und uns unser unsere unserem unseren unserer unseres unter vom von vor während war waren warst wäre wären was weder weg wegen
  weil weiter weiterhin welche welchem welchen welcher welches wenn wenngleich wer werde werden wem wen wessen wie wieder
  wieso weshalb warum wann wo wohin woher wofür womit wodurch woran worauf woraus wozu worum wovon worüber wogegen worin
  weswegen will willst wir wird wirst wollen wollt wollte wollten worden wurde wurden würde würden zu zum zur zwar
  zwischen wieviel wieviele denn nämlich eigentlich bitte vielleicht wohl halt eh eben denn`)
