import { describe, expect, it } from 'vitest'
import { read } from '../support/read.ts'

/** Who says what in a document, a line each. */
const turnsOf = (text: string, path: string): readonly string[] => {
  const source = read(text, path)
  return source.paragraphs.map(({ start, end, speaker }) => `${speaker ?? '-'}: ${source.text.slice(start, end)}`)
}

describe('what is spoken', () => {
  it.each([
    [
      'a chat in Markdown, where names look like tags',
      'chat.md',
      '13:02 <mira> no, on Friday\n13:03 <tom> are you sure?\n13:04 <mira> yes, ask them\n',
      ['mira: no, on Friday', 'tom: are you sure?', 'mira: yes, ask them'],
    ],
    [
      'a log with a date in brackets, and what the program tells',
      'log.txt',
      '[2014-03-03 13:02:11] <@mira> no, on Friday\n[2014-03-03 13:02:20] * tom has joined #tides\n[2014-03-03 13:03:11] <tom> are you sure?\n[2014-03-03 13:04:11] <@mira> yes\n',
      ['mira: no, on Friday', 'tom: are you sure?', 'mira: yes'],
    ],
    [
      'an export with months by their names',
      'export.txt',
      '[03-Mar-14 01:02 PM] mira#1234\nno, on Friday\n\n[03-Mar-14 01:03 PM] tom#0001\nare you sure?\n\n[03-Mar-14 01:04 PM] mira#1234\nyes, ask them\n',
      ['mira#1234: no, on Friday', 'tom#0001: are you sure?', 'mira#1234: yes, ask them'],
    ],
    [
      'captions with voices',
      'talk.txt',
      '00:00:01.000 --> 00:00:04.000\n<v Jane Roe>Welcome to the show.\n\n00:00:04.500 --> 00:00:08.000\n<v.loud Tom Lind>I am glad to be here.\n\n00:00:08.500 --> 00:00:12.000\n<v Jane Roe>How did you come to tides?\n',
      ['Jane Roe: Welcome to the show.', 'Tom Lind: I am glad to be here.', 'Jane Roe: How did you come to tides?'],
    ],
    [
      'numbered captions, in which one speaks once',
      'talk.txt',
      '1\n00:00:01.000 --> 00:00:04.000\nJane Roe: Welcome to the show.\n\n2\n00:00:04.500 --> 00:00:08.000\nTom Lind: I am glad to be here.\n\n3\n00:00:08.500 --> 00:00:12.000\nJane Roe: How did you come to tides?\n',
      ['Jane Roe: Welcome to the show.', 'Tom Lind: I am glad to be here.', 'Jane Roe: How did you come to tides?'],
    ],
    [
      'a play with directions behind the names',
      'play.txt',
      'KEEPER. Who goes there?\nBOY. A friend, and I have the key.\nKEEPER. (lifting the lamp) Then come in, for it is cold.\nBOY. I thank you, sir.\n',
      [
        'KEEPER: Who goes there?',
        'BOY: A friend, and I have the key.',
        'KEEPER: (lifting the lamp) Then come in, for it is cold.',
        'BOY: I thank you, sir.',
      ],
    ],
    [
      'turns within one line, where one speaks twice',
      'court.txt',
      'The meeting was closed. SMITH: I object to that. ROE: Noted. SMITH: And I want it in the minutes.\n',
      ['-: The meeting was closed.', 'SMITH: I object to that.', 'ROE: Noted.', 'SMITH: And I want it in the minutes.'],
    ],
    [
      'a sitting where somebody else calls out, who is not the one that spoke before',
      'sitting.txt',
      'The Speaker: The member has the floor.\n\nMs. Jane Roe: Mr. Speaker, I ask about the pier.\n\nSome hon. members: Hear, hear!\n\nThe Speaker: Order.\n',
      [
        'The Speaker: The member has the floor.',
        'Ms. Jane Roe: Mr. Speaker, I ask about the pier.',
        '-: Some hon. members: Hear, hear!',
        'The Speaker: Order.',
      ],
    ],
    [
      'a sitting with offices behind the names',
      'seance.txt',
      'LE PRÉSIDENT. La séance est ouverte.\n\nM. Jean Dupont. Monsieur le président, quand va-t-il ouvrir ?\n\nLE PRÉSIDENT. La parole est à madame la ministre.\n\nMme Anne Roy, ministre des ports. Il va ouvrir en mai.\n',
      [
        'LE PRÉSIDENT: La séance est ouverte.',
        'M. Jean Dupont: Monsieur le président, quand va-t-il ouvrir ?',
        'LE PRÉSIDENT: La parole est à madame la ministre.',
        'Mme Anne Roy: Il va ouvrir en mai.',
      ],
    ],
    [
      'a chat without times, in lower case',
      'chat.txt',
      'Mira: no, on Friday\nTom: are you sure?\nMira: yes, ask them\nTom: ok then\n',
      ['Mira: no, on Friday', 'Tom: are you sure?', 'Mira: yes, ask them', 'Tom: ok then'],
    ],
    [
      'notes of a meeting, where one speaks once whose name is a word as well',
      'meeting.md',
      'Jane: The gate is broken. Who will mend it?\nTom: I will, on Friday.\nJane: Thanks, Tom.\nMira: I can help.\n',
      [
        'Jane: The gate is broken. Who will mend it?',
        '-: Tom: I will, on Friday.',
        'Jane: Thanks, Tom.',
        'Mira: I can help.',
      ],
    ],
  ])('in %s has its speakers', (_, path, text, turns) => {
    expect(turnsOf(text, path)).toEqual(turns)
  })

  it.each([
    'Slack: we use it to chat. Do you have an account? Ask me.\n\nZoom: we use it for calls.\n\nSlack: I like it.\n\nZoom: why do we pay for it?\n',
    '**Linux**: we use it on our servers.\n\n**Docker**: we build with it. Do you?\n\n**Linux**: we use it on the desk too.\n\n**Docker**: I would not.\n',
    'Paris: we went there in May. Did you like it?\n\nLondon: I did not go.\n\nParis: we went again in June.\n\nLondon: you went alone. Thank you!\n',
  ])('is not what a list explains in the first person: %j', (text) => {
    expect(
      read(text, 'a.md')
        .paragraphs.map(({ speaker }) => speaker)
        .filter(Boolean),
    ).toEqual([])
  })

  it('has no writer in the line above an examination', () => {
    const text =
      'DIRECT EXAMINATION\n\nBY MR. LUND:\n\nQ.  Where were you?\nA.  I was on the pier.\nQ.  Alone?\nA.  Yes.\n'
    expect(read(text, 'a.txt').record.author).toEqual([])
  })
})
