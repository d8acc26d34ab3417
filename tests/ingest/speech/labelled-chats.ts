import type { Labelled } from './labelled-turns.ts'

/** Chats, as programs write them down. */
export const chats: readonly Labelled[] = [
  {
    name: 'a chat with times and angle brackets',
    text: `
--- Log opened Mon Mar 03 2014
13:01 -!- tomsen [~tomsen@harbour.example] has joined #crane
13:02 < mira> ⟨mira⟩no, on Friday
13:02 <@tomsen> ⟨tomsen⟩are you sure?
13:03 < mira> ⟨mira⟩the note on the door says: closed until Friday
13:04  * mira waves at everybody
13:05 <+gull_7> ⟨gull_7⟩Note: the crane is out of order
13:06 < tomsen> ⟨tomsen⟩oh
13:09 -!- gull_7 has quit [Ping timeout]
13:10 < mira> ⟨mira⟩told you
`,
  },
  {
    name: 'a chat with names alone in angle brackets',
    text: `
<mira> ⟨mira⟩has anybody seen the ladder
<tomsen> ⟨tomsen⟩behind the shed
* mira looks behind the shed
<mira> ⟨mira⟩it is not there
<gull_7> ⟨gull_7⟩I took it, sorry
*** tomsen has left #crane
<mira> ⟨mira⟩bring it back please
`,
  },
  {
    name: 'a chat with times in brackets',
    text: `
[13:02] mira: ⟨mira⟩who has the key
[13:02] tomsen: ⟨tomsen⟩not me
[13:04] mira: ⟨mira⟩then it must be in the office
[13:05] old_gull: ⟨old_gull⟩it is, I saw it
[13:06] tomsen: ⟨tomsen⟩good
`,
  },
  {
    name: 'an export of WhatsApp',
    text: `
03/03/2014, 12:58 - Messages and calls are end-to-end encrypted. No one outside of this chat can read them.
03/03/2014, 12:59 - Mira created group "Garden"
03/03/2014, 13:02 - Mira: ⟨Mira⟩The water is off until Friday.
03/03/2014, 13:03 - Tom Lind: ⟨Tom Lind⟩Who told you?
03/03/2014, 13:04 - Mira: ⟨Mira⟩The man from the council.
⟨Mira⟩He had a list with him.
03/03/2014, 13:05 - +49 170 5550100: ⟨+49 170 5550100⟩I can bring two barrels
03/03/2014, 13:06 - Tom Lind added Bo
03/03/2014, 13:07 - Tom Lind: ⟨Tom Lind⟩That would help.
03/03/2014, 13:09 - Aunt May: ⟨Aunt May⟩Important: shut the gate
`,
  },
  {
    name: 'an export of WhatsApp from a telephone',
    text: `
[03.03.14, 13:02:05] Mira Sand: ⟨Mira Sand⟩Kommst du heute?
[03.03.14, 13:02:44] Jörg: ⟨Jörg⟩Erst um sechs.
[03.03.14, 13:03:01] Mira Sand: ⟨Mira Sand⟩Dann fangen wir ohne dich an.
[03.03.14, 13:03:30] Jörg: ⟨Jörg⟩Gut
[03.03.14, 13:05:12] Mira Sand: ⟨Mira Sand⟩Bring bitte Brot mit
`,
  },
  {
    name: 'an export of Discord',
    text: `
==============================================================
Guild: Harbour
Channel: general / crane
==============================================================

[03/03/2014 13:02] mira
⟨mira⟩no, the crane comes on Friday
⟨mira⟩they told me so twice

[03/03/2014 13:04] tomsen
⟨tomsen⟩who told you?

{Attachments}
https://cdn.example/plan.png

[03/03/2014 13:05] mira (pinned)
⟨mira⟩the harbour office

[03/03/2014 13:09] Old Gull
⟨Old Gull⟩I heard the same

[03/03/2014 13:10] Tom O.
⟨Tom O.⟩so did I

==============================================================
Exported 5 message(s)
==============================================================
`,
  },
  {
    name: 'a copied channel of Slack',
    text: `
mira  1:02 PM
⟨mira⟩Did anybody water the beans?
tomsen  1:04 PM
⟨tomsen⟩I did, this morning.
⟨tomsen⟩The tap leaks again.
mira  1:05 PM
⟨mira⟩I will call somebody.
Ann Bo  1:30 PM
⟨Ann Bo⟩Thanks, both of you!
tomsen  1:31 PM
⟨tomsen⟩You are welcome
`,
  },
]
