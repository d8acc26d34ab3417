import { anyOf } from './english/any-of.ts'

/** What stands above a press release, in English, German, French and Spanish. */
export const releaseLabel = new RegExp(
  `^${anyOf(
    '(?:not )?for (?:immediate )?(?:release|publication|distribution)|(?:under )?embargo(?:ed)?(?: until| till)?',
    '(?:press|news|media) (?:release|statement|advisory|notice)|pressemitteilung|presseinformation|pressemeldung',
    'medienmitteilung|zur sofortigen (?:veröffentlichung|freigabe)|sperrfrist|communiqué de presse',
    "pour (?:publication|diffusion) immédiate|sous embargo(?: jusqu[’']au?)?|nota de prensa|comunicado de prensa",
    'para (?:su )?(?:publicación|difusión) inmediata|embargado(?: hasta)?',
  )}(?!\\p{L})`,
  'iu',
)

/** What stands before a number: `No. 12/2021`. */
export const numberLabel = /(?<!\p{L})(?:no|nr|nº|n°|núm|num|number|nummer|numéro|número)(?!\p{L})\.?/giu

/** Before whom to call or write to. */
export const contactLabel = new RegExp(
  `^${anyOf(
    '(?:(?:media|press|news) )?(?:contacts?|enquiries|inquiries)|for (?:more|further) information(?:,? contact)?',
    '(?:presse|medien)?kontakt|ansprechpartner(?:in)?|rückfragen(?: an)?|contacts?(?: presse| médias?)',
    'contacto(?: de prensa)?|para más información|tel(?:efon|éfono|ephone|éphone)?\\.?|phone|fax|e-?mail|courriel|mobile?',
  )}\\s*:\\s*\\S`,
  'iu',
)

/** `Home > News`, behind the words for where the reader is. */
export const youAreHere = /^(?:you are here|sie sind hier|vous êtes ici|(?:usted )?está(?:s)? (?:aquí|en))\s*:\s*\S/iu

/** The last word of a newspaper's or magazine's name. */
export const pressWord =
  /(?:gazette|times|post|herald|tribune|courier|chronicle|observer|guardian|mirror|telegraph|journal|news|dispatch|examiner|sentinel|bulletin|review|magazine|weekly|inquirer|ledger|argus|mercury|echo|newsletter|\p{L}*zeitung|\p{L}*anzeiger|\p{L}*ta(?:g|ge)blatt|\p{L}*kurier|\p{L}*rundschau|\p{L}*nachrichten|\p{L}*bote|courrier|dépêche|nouvelles|diario|gaceta|heraldo|correo|noticias|periódico)$/iu
/** The words with which such a name begins in German, French and Spanish, with the press word behind. */
export const pressOpening = /^(?:(?:le|la|el) )?(?:journal|gazette|courrier|diario|gaceta|heraldo|correo|the) /iu

/** The first line of a book that volunteers typed: `The Project Gutenberg EBook of X, by Y`. */
export const ebookLine =
  /^(?:the )?(?<publisher>project gutenberg)(?:['’]s|(?:['’]s)? (?:e-?book|e-?text)(?: of|,)) (?<title>\S.*)$/iu
/** The mark above and below what the makers of a file received. */
export const editionMark = /^\*{3}\s?(?<edge>start|end) of (?:the|this) .{1,200}\*{3}$/iu
