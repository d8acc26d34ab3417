import { foldedWords } from '../language-rules.ts'

export const frenchStopWords = foldedWords(`
  a à afin ai aie aient aies ait alors après as assez au aucun aucune auquel aura aurait auront aussi autre autres aux
  auxquelles auxquels avaient avais avait avant avec avez avoir avons ayant bien c ça car ce ceci cela celle celles celui
  cependant ces cet cette ceux chacun chacune chaque chez ci combien comme comment contre d dans de déjà depuis des dès
  desquelles desquels deux dit doit doivent donc dont du duquel durant elle elles en encore entre es est et étaient étais
  était étant été êtes être eu eux eut fait faut font furent fut hors ici il ils j je jusqu jusque l la là laquelle le
  lequel les lesquelles lesquels leur leurs lors lorsque lui ma mais me même mêmes mes mien moi moins mon n ne ni non nos
  notre nous on ont ou où par parce parmi pas pendant peu peut peuvent peux plus plusieurs pour pourquoi pourrait puis
  puisque qu quand que quel quelle quelles quelqu quelque quelques quels qui quoi quoique rien s sa sans se selon sera
  serait seront ses si sien soi soient soit sommes son sont sous suis sur t ta tandis tant te tel telle telles tels tes
  toi ton tous tout toute toutes très trop tu un une va vers via voici voilà vos votre vous vu y afin ainsi aujourd hui
  dois puis-je peut-on doit-on est-ce est-il est-elle dedans dessus dessous lorsqu puisqu quoiqu cet hormis malgré envers
  avais avions aviez eûmes eurent fus fûmes serai seras serons serez serais serions étions étiez sois soyons soyez ayons
  ayez aurai auras aurons aurez aurais aurions auriez devez devons devait devrait pouvez pouvons pouvait`)
