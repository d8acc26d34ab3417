import type { Labelled } from './labelled-turns.ts'

/** Lines with labels that name no speaker: `⟨⟩` stands before what would be taken for speech. All of it is invented. */
export const otherLabels: readonly Labelled[] = [
  {
    name: 'a specification with notes',
    text: `
The gate opens when the level falls below the mark. It closes again after ten minutes.

Note: ⟨⟩We recommend a second sensor where ice is likely.

The level is read every second, and each reading is kept for a day.

Warning: ⟨⟩Do not open the gate by hand while the pump runs.

Note: ⟨⟩The pump stops by itself. You need not wait for it.

Example: ⟨⟩A level of 4.2 m opens the gate at once.

Warning: ⟨⟩Our older pumps do not stop. Have you checked yours?
`,
  },
  {
    name: 'notes in capitals, on every line',
    text: `
NOTE: ⟨⟩We moved the lamp in May.
WARNING: ⟨⟩We found mice in the store.
NOTE: ⟨⟩I have put the keys into the box.
WARNING: ⟨⟩Yes, the stairs are wet again.
TIP: ⟨⟩We keep a torch beside the door.
NOTE: ⟨⟩Is the heater off?
`,
  },
  {
    name: 'issues of a program',
    path: 'changes.md',
    text: `
# Changes

GitHub Issue: ⟨⟩the list was empty after a restart. We fixed it.

Pull Request: ⟨⟩the list is kept. I tested it on two machines.

GitHub Issue: ⟨⟩why does the button stay grey? We do not know yet.

Pull Request: ⟨⟩the button is blue again, thanks to our testers.
`,
  },
  {
    name: 'a form that was filled in twice',
    text: `
Name: ⟨⟩Mira Sand
Date: ⟨⟩3 March 2014
Location: ⟨⟩Hall two
Comment: ⟨⟩I would like a seat by the window.

Name: ⟨⟩Tom Lind
Date: ⟨⟩4 March 2014
Location: ⟨⟩Hall one
Comment: ⟨⟩We are two. Is there a lift?
`,
  },
  {
    name: 'the head of a lecture',
    text: `
Presenter: ⟨⟩Jane Roe
Moderator: ⟨⟩Tom Lind (Harbour School)
Venue: ⟨⟩Hall two

The lecture was about the tides and how they were measured before there were clocks.

It was well attended, and many people stayed for the questions afterwards.
`,
  },
  {
    name: 'a list of episodes',
    text: `
The lock
Host: ⟨⟩Jane Roe
Guest: ⟨⟩Tom Lind
How the lock was built, and who paid for it.

The mill
Host: ⟨⟩Jane Roe
Guest: ⟨⟩Ann Bo
What became of the mill when the river moved.
`,
  },
  {
    name: 'steps of a recipe',
    text: `
Ingredients: ⟨⟩flour, water, salt
Serves: ⟨⟩four people
Step 1: ⟨⟩We mix flour and water and leave it for an hour.
Step 2: ⟨⟩We add the salt. Is the dough too wet? Add flour.
Step 3: ⟨⟩I bake it for forty minutes in a hot oven.
Tip: ⟨⟩My grandmother put a cup of water into the oven.
`,
  },
  {
    name: 'definitions of words',
    text: `
Ebb: ⟨⟩the time when the water falls.
Lock: ⟨⟩a chamber with two gates, in which boats are lifted.
Quay: ⟨⟩a wall at which boats are tied up.
Spring tide: ⟨⟩the highest tide of the month.
Weir: ⟨⟩a low dam over which the river runs.
`,
  },
  {
    name: 'entries of a bibliography',
    text: `
Lind, Tom: ⟨⟩The harbour and its cranes. Bergen, 1988.
Roe, Jane: ⟨⟩Thirty years on the ferry. Oslo, 2001.
Jane Roe: ⟨⟩The fog. In: Sea and Shore 4, 2003.
Tom Lind: ⟨⟩Cranes of the north. Bergen, 1990.
Jane Roe: ⟨⟩Letters from the quay. Oslo, 2007.
Author: ⟨⟩Ann Bo
Publisher: ⟨⟩Harbour Press
`,
  },
  {
    name: 'a programme of a day',
    text: `
09:00 Welcome: ⟨⟩coffee in the hall
09:30 Talk: ⟨⟩The lock and its gates
10:30 Break: ⟨⟩tea and bread
11:00 Talk: ⟨⟩How mills die
12:30 Break: ⟨⟩lunch in the garden
13:30 Talk: ⟨⟩Who owns the river?
`,
  },
  {
    name: 'instructions for several systems',
    path: 'install.md',
    text: `
# How to install it

Ubuntu: ⟨⟩run the installer with the option for servers.

Fedora: ⟨⟩enable the second repository first.

# How to remove it

Ubuntu: ⟨⟩remove the package and its settings.

Fedora: ⟨⟩remove the package alone.
`,
  },
  {
    name: 'an article with a colon in its sentences',
    text: `
The council had one question left: who pays for the bridge?

One thing is certain: ⟨⟩we will see the bill in autumn.

The mayor put it like this: ⟨⟩I would rather swim.

Mr. Lund, who had come late, laughed. Mrs. Roe did not.

There is a reason for that: ⟨⟩my house stands where the road would go.
`,
  },
  {
    name: 'notes in German',
    text: `
Hinweis: ⟨⟩Wir empfehlen, das Ventil zweimal im Jahr zu prüfen.

Achtung: ⟨⟩Ich rate davon ab, es selbst zu öffnen.

Hinweis: ⟨⟩Ist das Ventil dicht? Dann ist nichts zu tun.

Achtung: ⟨⟩Unsere alten Ventile haben keinen Griff.
`,
  },
  {
    name: 'right and wrong sentences of a grammar',
    text: `
Right: ⟨⟩I have been to the market.
Wrong: ⟨⟩I am been to the market.
Right: ⟨⟩We saw her yesterday.
Wrong: ⟨⟩We have seen her yesterday.
`,
  },
  {
    name: 'a head of a message within a text',
    text: `
The letter was short, and nobody had signed it.

From: ⟨⟩the harbour office
To: ⟨⟩all crews
Subject: ⟨⟩We close early on Friday
Re: ⟨⟩Who has the key?

We read it twice and put it into the drawer with the others.
`,
  },
  {
    name: 'a log of programs',
    text: `
[13:02] sshd: ⟨⟩connection from 10.0.0.1
[13:03] cron: ⟨⟩job started
[13:04] sshd: ⟨⟩connection closed
[13:05] cron: ⟨⟩job ended
[13:06] sshd: ⟨⟩connection from 10.0.0.2
[13:07] kernel: ⟨⟩ok
`,
  },
  {
    name: 'a review by topics',
    text: `
Atmosphere: ⟨⟩I loved the lamps.
Staff: ⟨⟩We waited for an hour.
Atmosphere: ⟨⟩My chair was broken.
Staff: ⟨⟩They were kind to us.
`,
  },
  {
    name: 'a diary',
    text: `
Monday: ⟨⟩I swam in the sea.
Tuesday: ⟨⟩I stayed at home.
Monday: ⟨⟩We sailed.
Tuesday: ⟨⟩It rained. Why?
`,
  },
]
