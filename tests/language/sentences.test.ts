import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentencesIn } from '../../src/language/sentences.ts'
import { expectGrowth } from '../support/growth.ts'

const split = (text: string): readonly string[] => sentencesIn(text).map(({ start, end }) => text.slice(start, end))

const unmarked = (marked: string): string => marked.replaceAll(' ‖ ', ' ').replaceAll('‖', '')

/** Sentences divided by ` ‖ `; the text under test has a space there; none for `‖` alone. */
const cases: readonly (readonly [what: string, marked: string])[] = [
  ['dots that lead to a value', 'Adults ........ 9.50 a day. ‖ Berth . . . . . . . . 12'],
  ['two dots before a price', 'Children (6-14) .. 4.00'],
  ['dots before a price alone', 'Coffee with milk ... 1,50 €'],
  ['dots that lead to a word', 'Anna Berg ................ Chair'],
  ['four dots that end a sentence', 'He waited.... ‖ Then he left.'],
  ['spaced dots that end a sentence', 'He waited . . . . ‖ Then he left.'],
  ['a series of law reports', 'See 12 F. 3d 44 and 410 U. S. 113, 5 (1973). ‖ It holds.'],
  ['a note by its number', 'See id., at 48, n. 2. ‖ We hold so. ‖ Read Fed. Rule Civ. Proc. 56.'],
  ['a measure in a text without capitals', '1 tbsp. golden syrup and 1/2 tsp. salt'],
  ['titles before names', 'Mr. Brown met Mrs. Green. ‖ Dr. Who came late.'],
  ['stacked ranks', 'Maj. Gen. Alice Stone spoke first. ‖ Lt. Col. Reed answered.'],
  ['initials', 'J. R. Smith wrote it. ‖ John F. Kennedy read it.'],
  ['an initial before a surname in the middle', 'The painter W. Turner saw the sea. ‖ It was grey.'],
  ['a doctorate', 'She holds a Ph.D. in botany. ‖ Her brother has an M.D. from Oslo.'],
  ['et al. with a year in brackets', 'This was shown by Miller et al. (2019) in mice. ‖ It holds.'],
  ['et al. at the end', 'The method is by Miller et al. ‖ The data are ours.'],
  ['figures and sections', 'See Fig. 2 and Sect. 3 for more. ‖ The rest is in Vol. 4.'],
  ['numbers after short words', 'It has approx. 300 beds and pop. 3.5 million. ‖ See p. 12.'],
  ['the word no at an end', 'He was asked and he said no. ‖ Then he left.'],
  ['No. as number', 'They live at No. 10 in that street. ‖ It is small.'],
  ['a country in capitals, inside and at the end', 'The U.S. Senate met. ‖ He lives in the U.S. ‖ The house is big.'],
  ['a party and state in brackets', 'Sen. Ann Lee (R-Ky.) voted no. ‖ Rep. Bo Day (D-Calif.) did not.'],
  ['a web address', 'Visit www.example.gov for details. ‖ It is free.'],
  ['a file name and a version', 'Open notes.txt in version 2.0.1 of it. ‖ Save it.'],
  ['a company whose name shouts', 'Shares of Wahoo! Inc. rose. ‖ Others fell.'],
  ['a company at the end', 'He founded Stone Inc. ‖ The firm grew.'],
  ['a question in a quotation and a speech tag', '"Where is it?" she asked. ‖ Nobody knew.'],
  ['an exclamation in a quotation and a named speaker', '"Stop!" Miller said. ‖ They ran.'],
  ['a long speech tag', '"Who is next?" Interior Ministry spokeswoman Eva Lund asked. ‖ Silence.'],
  ['a quotation that is a sentence', 'She said: "It is over." ‖ Then she left.'],
  ['a sentence after a quoted question', '"Why now?" ‖ The answer came late.'],
  ['a clause of its own after a quotation', '"We won!" ‖ Then the captain said goodbye.'],
  ['nested closing marks', 'He said, "She told me \'go home.\'" ‖ I went.'],
  ['curly nested marks', '“He said ‘no.’” ‖ That was all.'],
  ['marks of two kinds in one quotation', '\'We stand alone," the minister said. ‖ "Help us.\''],
  ['an ellipsis inside', 'He waited ... and waited. ‖ Nothing came.'],
  ['an ellipsis at the end', 'He waited… ‖ Nobody came.'],
  ['an ellipsis before a small letter in one mark', 'Well… maybe. ‖ Let us see.'],
  ['times of day', 'They met at 5 p.m. Monday. ‖ They left at 6 a.m. ‖ Rain fell.'],
  ['German quotation marks that point inwards', 'Er rief: »Das Boot ist da.« ‖ Niemand kam. ‖ »Wo?« ‖ Stille.'],
  ['German quotation marks below and above', 'Sie sagte: „Das Boot ist da.“ ‖ „Schon lange.“ ‖ Niemand kam.'],
  ['French quotation marks', '« Le bateau est là. » ‖ Personne ne vint.'],
  ['spaced abbreviations of one letter each', 'Netze, z. B. aus Hanf, d. h. alte, sind u. a. im Boot. ‖ Es sinkt.'],
  ['a single letter at an end', 'We took plan b. ‖ A storm came.'],
  ['months', 'On Jan. 5 it snowed. ‖ By Dec. 24 it was gone.'],
  ['decimals and money', 'It costs $3.50 today. ‖ It cost £2.10 before.'],
  ['brackets that hold a whole sentence', 'It rained. ‖ (It always rains.) ‖ We stayed.'],
  ['brackets inside a sentence', 'The bridge (built in 1820. It is old) stands. ‖ We crossed it.'],
  ['spaced full stops', 'the cat sat . ‖ the dog ran away . ‖ both slept'],
  ['spaced question with a speech tag', '" why now ? " he said . ‖ nobody knew'],
  ['spaced initials and titles', 'mr . brown met j . smith . ‖ they talked .'],
  ['clitics apart', "they ca n't stop it . ‖ the town 's mayor said so ."],
  ['no capitals at all', 'i went home. ‖ then i slept. ‖ it was late.'],
  ['a semicolon and a colon', 'Three came: two left; one stayed. ‖ It was night.'],
  ['two marks at once', 'You did what?! ‖ Yes, I did.'],
  ['an enumeration at the start', '1. Open the box. ‖ Take it out.'],
  ['versus and for example', 'It was Smith vs. Jones, e.g. in May. ‖ Jones won.'],
  ['a saint and a mountain', 'St. Helena is far from Mt. Etna. ‖ Both are high.'],
  ['a junior', 'Martin Stone Jr. spoke first. ‖ His son did not.'],
  ['full stops of another script', '他来了。‖他走了。'],
  ['a question without a capital after it', 'Who would do that? ‖ Nobody, I think.'],
  ['dots that stand alone', 'It is over. ‖ ... People come and go.'],
  ['several titles before names', 'He met Sens. Ann Lee and Bo Day. ‖ They agreed.'],
  ['a number opens the next', 'The first came in 1999. ‖ 2000 was quiet.'],
  ['titles of councils and churches', 'The motion was moved by Cllr. Brown. ‖ Ald. Pike and Bro. Cuthbert agreed.'],
  ['a title by its shape', 'We asked Brgdr. Hale and Kpt. Dorn. ‖ Both declined.'],
  ['a title behind a hyphen', 'He served under Vice-Adm. Pym. ‖ It was hard.'],
  ['a short word that is no title in small letters', 'Nobody likes the new gen. ‖ Martin least of all.'],
  ['a sound that is no title', 'Hmm. ‖ Martin left.'],
  ['parties of a case', 'In Roe v. Wade the court ruled. ‖ So it did in R. v. The Mayor.'],
  ['a body with several short words', 'The Com. & Adm. by-laws apply. ‖ So does the Cal. Civ. Code.'],
  ['numerals and letters of what is referred to', 'See vol. II, ch. IV, and app. B. ‖ The rest is lost.'],
  ['an initial behind a small letter', 'The People v. O. J. Stone ran for months. ‖ It was long.'],
  ['a heading with a number of two parts', '3.1. Results of the year. ‖ We found gold.'],
  ['a caption', 'Fig. 3. The engine and its parts. ‖ It ran.'],
  ['a plural of capitals', 'They elected three MPs. ‖ Plymouth elected one.'],
  ['a month behind a small letter', 'He was b. Jan. 4, 1901, and d. Dec. 7, 1980. ‖ Nobody wept.'],
  ['a letter that labels a noun', 'Children need vitamin D. ‖ Doctors say so.'],
  ['a time that opens its sentence', 'At 6 p.m. Mr. Smith left. ‖ From 7 to 8 p.m. Bach was played.'],
  ['a time that closes its sentence', 'It closed at 6 p.m. ‖ The crowd left. ‖ It was 7 p.m. ‖ Mr. Smith slept.'],
  ['a doctorate at the end', 'She has a Ph.D. ‖ Few farmers do.'],
  [
    'streets, and saints',
    'He lived on Main St. ‖ She lived on Elm St. in town, near St. Paul. ‖ It rises 9 ft. ‖ The top is flat.',
  ],
  ['an ellipsis with spaces', 'We waited . . . and waited. ‖ It was over. . . . ‖ But no.'],
  ['brand names that open with a small letter', 'They sold tapes. ‖ iPods came later. ‖ eBay sold both.'],
  ['dialogue with dashes', '— Are you coming? ‖ — Not today. ‖ — Then I go.'],
  ['items with letters', 'a. Check the valves. ‖ b. Open the cock. ‖ c. Wait.'],
  ['items with letters in brackets', '(a) Tenants pay. ‖ (b) Owners repair.'],
  ['a heading of a number', 'Section 3. The owner shall pay. ‖ He did not.'],
  ['note marks in square brackets', 'It was closed in 1854.[1] ‖ The handle came back.[2][3] ‖ It was 1856.[n 4]:23'],
  ['note marks behind a closing quotation mark', '“It cannot last.”[6] ‖ It did.[citation needed] ‖ We saw it.'],
  ['raised note marks', 'It is brick.¹ ‖ The roof is slate.² ³ ‖ Both stand.* ‖ So far.'],
  ['note marks in round brackets', 'Salt was taxed until 1825.(4) ‖ Smugglers lost.'],
  ['note marks that lost their form', 'Herring was the catch.12 ‖ The fleet grew until 1908.3 ‖ Then it sank.'],
  ['note marks behind a space', 'It was closed in 1854. [1] ‖ The handle came back. [2] [3] ‖ It was 1856.'],
  ['numbers in square brackets before what they count', '[1] Smith, A title. ‖ [2] Jones, A book.'],
  [
    'decimals and numbers of sections',
    'The rate was 4.5 The Hague. ‖ See section 4.2 The scope. ‖ It lies at No.12 The Strand.',
  ],
  [
    'no space behind a full stop',
    'They went to meet the pope.‖Mehmet Aksoy left.‖The rest stayed in Rome.‖It rained!‖Why?‖Nobody knew.',
  ],
  ['no space behind a quotation', '“Nobody saw it.”‖The clerk wrote that down. ‖ It was late.'],
  [
    'names with full stops inside',
    'Node.js, example.Com, ASP.NET, the U.S.Army, http.Client and strings.Builder stay. ‖ So does main.Test too.',
  ],
  ['code, keys and names of files', 'Use  stream.Writable  and CTRL-V. ‖ On Unix, a.[ch] and lib/b.* COPYING stay.'],
  ['full-width marks and what closes behind them', '她说：「是的。」‖他们走了（昨天）。‖“走吧！”‖二人は出た。'],
  ['who spoke, behind a full-width mark', '「真的吗？」他问。‖『いいえ。』と彼は言った。‖それから帰った。'],
]

describe('sentencesIn', () => {
  it.each(cases)('divides %s', (_, marked) => {
    expect(split(unmarked(marked))).toEqual(marked.split(/ ?‖ ?/))
  })

  it.each([
    'x.[1] ',
    'x.[1.]',
    'a.B ',
    'The.The ',
    '. ',
    '.¹ ², ',
    '。」と',
    'Ab. ',
    'd. C. ',
    'x.12 A',
    '(a) A. ',
    '— A. ',
  ])('takes work that grows with the length of a text of %j', async (unit) => {
    const text = (length: number): string => `Word. ${unit.repeat(Math.ceil(length / unit.length))}`
    await expectGrowth((length) => sentencesIn(text(length)), { size: 12_500, factor: 8, below: 30 })
  })

  it('covers every character that is no white space once, in order', () => {
    const word = fc.constantFrom(
      '[1]',
      '¹',
      '.12 ',
      '。',
      '」',
      'v.',
      '. . .',
      '— ',
      'a',
      'The',
      'Mr.',
      'U.S.',
      '.',
      '?',
      '"',
      "'",
      '”',
      '…',
      '(',
      ')',
      ' ',
      '\t',
      '\u00a0',
      '12',
      'é',
      '😀',
      'said',
      '...',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ unit: 'grapheme' })), { maxLength: 60 }), (words) => {
        const text = words.join('')
        const spans = sentencesIn(text)
        let cursor = 0
        for (const { start, end } of spans) {
          expect(text.slice(cursor, start).trim()).toBe('')
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
          expect(end).toBeGreaterThan(start)
          cursor = end
        }
        expect(text.slice(cursor).trim()).toBe('')
      }),
      { numRuns: 300 },
    )
  })
})

describe('in the language of its text', () => {
  it.each([
    ['de', 'Am 3. Mai kam z. B. Hr. Meier. ‖ Er blieb bis zum 4. Stock stehen. ‖ Dann ging er.'],
    ['de', 'Das gilt gem. § 5 Abs. 2 Nr. 3 der Ordnung, d. h. für alle. ‖ Es ist so.'],
    ['de', 'Die Familie wohnt im 2. Obergeschoss. ‖ Der Aufzug fehlt.'],
    ['de', 'Es waren 12. ‖ Mehr kamen nicht.'],
    ['fr', 'M. Dupont et Mme. Roy ont écrit. ‖ Voir art. 3 du règlement. ‖ C’est fini.'],
    ['fr', 'Le Dr. Petit reçoit le lundi. ‖ Il est absent en août.'],
    ['es', 'El Sr. López habló con la Sra. Ruiz. ‖ Véase la pág. 12 del informe. ‖ Nada más.'],
    ['de', 'Hr. Dipl.-Ing. Karl Moser und Bgm. Huber kamen. ‖ Danach sprach Prof. em. Kuhn.'],
    ['de', 'Nach § 3 Abs. 2 des Hofgesetzes, Bd. II, Kap. IV, gilt das i. V. m. Anl. 3 nicht. ‖ So steht es da.'],
    ['de', 'Im 19. Jahrhundert und im 2. Weltkrieg fehlte der 3. Mann. ‖ Am 14. 3. kam er, am 1. 5. 1900 nicht.'],
    ['de', 'König Franz II. verzichtete um 50 v. Chr. darauf. ‖ Papier, Stifte u. Ä. ‖ Scheren stellen wir.'],
    ['de', 'Der Verein zählt 80 Mitglieder.‖Die meisten fischen. ‖ »Wo?« fragte er.[3] ‖ „Hier.“ ‖ Stille.'],
    ['fr', '« Où vas-tu ? » demanda-t-il. ‖ Personne ne répondit. ‖ J.-B. Lamy et, p. ex. Paul, riaient.'],
    ['fr', 'La réunion commence à 18 h. ‖ M. Dupont la préside.'],
    ['fr', '— Non ! répondit Jean. ‖ — Si. ‖ — Bon.'],
    ['fr', 'L’art. L. 121-3, chap. IV, t. II, vaut. ‖ La halle est classée.[réf. nécessaire] ‖ Elle fuit.'],
    ['fr', 'La tour date de 80 apr. J.-C. ‖ Elle fuit.'],
    ['es', '¿Vienes? ‖ ¡Claro! ‖ —¿Quién es? —dijo ella. ‖ —Soy yo. ‖ El Excmo. Sr. Alcalde y la Dra. Gil rieron.'],
    ['es', 'Los EE. UU. del s. XIX, cap. IV, cerraban a las 8 p. m. ‖ Los lunes, no.'],
    ['es', 'Murió en el 44 a. C. ‖ Augusto reinó.'],
    ['es', 'Lo firma D. Luis Gil. ‖ Consta en el art. 7 de la norma.'],
  ])('%s: %s', (language, marked) => {
    const text = unmarked(marked)
    expect(sentencesIn(text, language).map(({ start, end }) => text.slice(start, end))).toEqual(marked.split(/ ?‖ ?/))
  })
})
