/**
 * Where the text of a group goes: into the document, a footnote, a text box, the mark of a paragraph, a table of the
 * head, a field of the record, the page’s head or foot, or nowhere.
 */
export type Destination =
  | 'body'
  | 'note'
  | 'box'
  | 'mark'
  | 'fonts'
  | 'styles'
  | 'info'
  | 'title'
  | 'author'
  | 'page-head'
  | 'nowhere'

/** By the control word that opens a group. One marked with `\*` that is not among them goes nowhere. */
export const destinations: ReadonlyMap<string, Destination | 'same'> = new Map([
  ['fonttbl', 'fonts'],
  ['stylesheet', 'styles'],
  ['info', 'info'],
  ['title', 'title'],
  ['author', 'author'],
  ['footnote', 'note'],
  ['shptxt', 'box'],
  ['pntext', 'mark'],
  ['listtext', 'mark'],
  ...(['header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl', 'footerr', 'footerf'] as const).map(
    (name) => [name, 'page-head'] as const,
  ),
  ...(['shpinst', 'shppict', 'ud', 'fldrslt', 'result'] as const).map((name) => [name, 'same'] as const),
  ...(
    [
      ...(['colortbl', 'filetbl', 'listtable', 'revtbl', 'pict', 'nonshppict', 'objdata', 'shprslt', 'sp'] as const),
      ...(['fldinst', 'datafield', 'xe', 'tc', 'tcn', 'rxe', 'bkmkstart', 'bkmkend', 'annotation', 'atnid'] as const),
      ...(['atnauthor', 'ftnsep', 'ftnsepc', 'ftncn', 'aftnsep', 'aftnsepc', 'aftncn', 'falt', 'panose'] as const),
      ...(['htmltag', 'mhtmltag', 'template', 'private', 'do', 'pn', 'operator', 'subject', 'keywords'] as const),
      ...([
        'comment',
        'doccomm',
        'category',
        'manager',
        'company',
        'hlinkbase',
        'creatim',
        'revtim',
        'printim',
      ] as const),
      ...(['buptim', 'themedata', 'colorschememapping', 'datastore', 'nonesttables', 'mmathPr'] as const),
    ] as const
  ).map((name) => [name, 'nowhere'] as const),
])

/** Characters that are written as words. */
export const characters: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['emdash', '—'],
  ['endash', '–'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['emspace', '\u2003'],
  ['enspace', '\u2002'],
  ['qmspace', '\u2005'],
])
