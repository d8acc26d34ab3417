import type { Labelled } from './labelled-turns.ts'

/** More of the same, in other forms. */
export const moreTranscripts: readonly Labelled[] = [
  {
    name: 'a panel with long answers',
    text: `
Moderator: ⟨Moderator⟩Let us begin with the flood. Ms. Sand, you were there.

Ms. Sand: ⟨Ms. Sand⟩I was, on the third floor, with the cat and two neighbours.

⟨Ms. Sand⟩The water came at four in the morning. Nobody had rung the bell.

⟨Ms. Sand⟩By noon the market was gone.

Mr. Lund: ⟨Mr. Lund⟩We had warned everybody the week before.

⟨Mr. Lund⟩The letters were in the boxes, and the boxes were under water.

Moderator: ⟨Moderator⟩Was that a joke?

Mr. Lund: ⟨Mr. Lund⟩It was not.

Ms. Sand: ⟨Ms. Sand⟩It sounded like one.
`,
  },
  {
    name: 'a talk with initials',
    text: `
JR: ⟨JR⟩Shall I start with the boat?

TL: ⟨TL⟩Please do. I have never seen one like it.

JR: ⟨JR⟩It was my uncle's. He built it in a barn.

TL: ⟨TL⟩Without a plan?

JR: ⟨JR⟩Without anything. We still have the barn.
`,
  },
  {
    name: 'a trial',
    text: `
THE COURT: ⟨THE COURT⟩Call your first witness.

MS. DEVEREUX: ⟨MS. DEVEREUX⟩The State calls Peter Amsel.

THE CLERK: ⟨THE CLERK⟩Please state your name.

THE WITNESS: ⟨THE WITNESS⟩Peter Amsel. I keep the lock.

MS. DEVEREUX: ⟨MS. DEVEREUX⟩How long have you kept it, Mr. Amsel?

THE WITNESS: ⟨THE WITNESS⟩Nine years in June.

MR. O'DOWD: ⟨MR. O'DOWD⟩Objection, Your Honor. Relevance.

THE COURT: ⟨THE COURT⟩Overruled.

MS. DEVEREUX: ⟨MS. DEVEREUX⟩Were you at the lock that night?

THE WITNESS: ⟨THE WITNESS⟩I was asleep.
`,
  },
  {
    name: 'a chat with dates before names',
    text: `
2014-03-03 13:02 <mira> ⟨mira⟩is the gate open
2014-03-03 13:03 <tomsen> ⟨tomsen⟩since noon
2014-03-03 13:03 *** gull joined the channel
2014-03-03 13:04 <gull> ⟨gull⟩hello
2014-03-03 13:05 <mira> ⟨mira⟩hi
2014-03-03 13:06 <tomsen> ⟨tomsen⟩who else is coming?
`,
  },
  {
    name: 'a copied channel of Discord',
    text: `
mira — 03/03/2014 1:02 PM
⟨mira⟩I found the old map
tomsen — 03/03/2014 1:04 PM
⟨tomsen⟩where was it?
mira — 03/03/2014 1:05 PM
⟨mira⟩under the stairs
⟨mira⟩it is wet, but one can read it
tomsen — 03/03/2014 1:09 PM
⟨tomsen⟩do not dry it in the oven
`,
  },
  {
    name: 'names on a line of their own in Markdown',
    path: 'talk.md',
    text: `
**Jane Roe**

⟨Jane Roe⟩I began with one boat.

⟨Jane Roe⟩After the war there were nine.

**Ann Bo**

⟨Ann Bo⟩Who sailed them?

**Jane Roe**

⟨Jane Roe⟩My sisters and I.

**Ann Bo**

⟨Ann Bo⟩All nine of them?
`,
  },
  {
    name: 'names with a colon on a line of their own',
    text: `
Marta Lindqvist:
⟨Marta Lindqvist⟩I would not sell it again.

Owen Prys:
⟨Owen Prys⟩Would you not? It was a good price.

Marta Lindqvist:
⟨Marta Lindqvist⟩It was a good price for you.

⟨Marta Lindqvist⟩We lived there for ten years.

Owen Prys:
⟨Owen Prys⟩I see what you mean.
`,
  },
  {
    name: 'subtitles of a talk in German',
    text: `
Moderatorin: ⟨Moderatorin⟩Wann haben Sie das erste Boot gebaut?

Jörg Brandt: ⟨Jörg Brandt⟩Ich war vierzehn. Mein Vater half mir.

Moderatorin: ⟨Moderatorin⟩Und das zweite?

Jörg Brandt: ⟨Jörg Brandt⟩Das zweite sank.
`,
  },
  {
    name: 'objections among questions and answers',
    text: `
Q.  ⟨⟩The shed was locked at four. Is that correct?
A.  ⟨⟩That is what I wrote down, yes.

Q.  ⟨⟩And at six?
A.  ⟨⟩I believe that it was open.

    MR. BROWNE: ⟨MR. BROWNE⟩Objection. She was not there at six.
    MS. MARTENS: ⟨MS. MARTENS⟩I am asking what she believes.
    THE WITNESS: ⟨THE WITNESS⟩I saw it from the road.
`,
  },
  {
    name: 'a chat with tabs',
    text: `
2019-04-03 10:02:11\tmira\t⟨mira⟩no, on Friday
2019-04-03 10:02:15\ttomsen\t⟨tomsen⟩fine with me
2019-04-03 10:03:00\t-->\tgull (gull@harbour.example) has joined #crane
2019-04-03 10:03:11\tmira\t⟨mira⟩who is bringing the rope?
2019-04-03 10:03:44\tgull\t⟨gull⟩I am
`,
  },
  {
    name: 'captions with times on lines of their own',
    text: `
0:0:1.230 --> 0:0:4.560
Jane Roe
⟨Jane Roe⟩Okay, let us start with the boats.

0:0:5.0 --> 0:0:9.0
Owen Prys
⟨Owen Prys⟩I sent the list round on Monday.

0:0:9.5 --> 0:0:12.0
Jane Roe
⟨Jane Roe⟩Thanks. Did everybody read it?
`,
  },
  {
    name: 'a play with full stops behind the names',
    text: `
BERTRAM. ⟨BERTRAM⟩Where have you put the lantern?
YSOLDE. ⟨YSOLDE⟩Where you told me to.
BERTRAM. ⟨BERTRAM⟩I told you nothing of the kind.
OLD WATCHMAN. ⟨OLD WATCHMAN⟩You told me, sir.
YSOLDE. ⟨YSOLDE⟩So I did not dream it.
`,
  },
  {
    name: 'an interview that lost its paragraphs',
    text: `
BBR: ⟨BBR⟩What does the prize mean to you? Amina Dubow: ⟨Amina Dubow⟩I feel good about it. BBR: ⟨BBR⟩How did it begin? AD: ⟨AD⟩We were two women and a goat. BBR: ⟨BBR⟩And now? AD: ⟨AD⟩We are eighty.
`,
  },
  {
    name: 'a story between what is spoken',
    text: `
MARTA: ⟨MARTA⟩I never lied.

⟨⟩Marta turned to the window and said nothing for a while.

BRANDT: ⟨BRANDT⟩You did.

MARTA: ⟨MARTA⟩When?

⟨⟩The clock struck nine. Nobody moved.

BRANDT: ⟨BRANDT⟩Always.
`,
  },
  {
    name: 'an interview in Japanese',
    text: `
記者：⟨記者⟩いつ来ましたか？

田中：⟨田中⟩1968年です。

記者：⟨記者⟩一人で？

田中：⟨田中⟩はい。
`,
  },
  {
    name: 'a screenplay',
    text: `
INT. KITCHEN - NIGHT

⟨⟩The lamp is off. MARTA sits at the table and counts coins.

          MARTA
     ⟨MARTA⟩Eleven. I had twelve this morning.

          OLD BRANDT (O.S.)
     ⟨OLD BRANDT⟩You counted one twice.

⟨⟩She does not look up.

          MARTA
     ⟨MARTA⟩I never count twice.

          OLD BRANDT
     ⟨OLD BRANDT⟩Then who took it?

⟨⟩A door closes somewhere below them.

          MARTA (CONT'D)
     ⟨MARTA⟩Ask your son.
`,
  },
  {
    name: 'a play with single words as names',
    text: `
ROSE: ⟨ROSE⟩Have you fed the horses?

MARK: ⟨MARK⟩I have, and they were not hungry.

ROSE: ⟨ROSE⟩They never are when you feed them.

MARK: ⟨MARK⟩What do you mean by that?

HUNTER: ⟨HUNTER⟩She means the oats.

ROSE: ⟨ROSE⟩Yes. I mean the oats.

HUNTER: ⟨HUNTER⟩We had better oats last year.
`,
  },
]
