import type { Documents } from './engine.ts'

/** A report in Markdown: front matter, headings, a block quote, lists, a table. */
const report = `---
title: Annual Report on the Orchard
author: Mara Lindqvist
date: 2021-05-04
publisher: Grove Trust
---

# Annual Report on the Orchard

## Harvest

The orchard yielded **412 tonnes** of apples in 2020, a third less than the year before. A late frost on 9 May killed
most of the blossom in the lower fields.

> We had never lost so many trees to one night of frost, and we will not plant Gravenstein again.

The Irrigation Monitoring Programme (IMP) measured soil moisture at forty points. According to the IMP, the upper fields
dried out by the end of July.

## Staff

- Three pickers were hired for the autumn season.
- The foreman, Otto Brandt, retired in November after thirty-one years.
- Nobody was injured.

## Machines

| Machine | Bought | Price |
|---|---|---|
| Shaker | 2009 | 18,000 |
| Cider press | 2015 | 7,400 |

The cider press was repaired twice, because its bearings wore out.
`

/** An interview whose answers do not repeat the words of their questions. */
const interview = `The Clockmaker's Apprentice

Interview by Ines Calvo

Published: 12 March 2019

Q: How did you learn to repair clocks?

A: My grandmother had a bench in the cellar. I sat beside her every evening for six years and handed her the tools.

Q: What is the hardest thing about the work?

A: Patience. You can spend four days on a single spring, and then it breaks on the fifth.

Q: Do you plan to take an apprentice yourself?

A: No. My hands shake too much these days, and nobody has asked.

Q: Where do you buy spare parts?

A: Mostly from a widow in Besançon who kept her husband's stock. The rest I make on the lathe.
`

/** Hard-wrapped text of a mailing list. */
const wrapped = `Notes on the Flood of 1953
by Pieter van Dam

In the night of 31 January 1953 a storm drove the sea against the dykes of
Zeeland. The telegraph office at Ouwerkerk stopped sending at three in the
morning, and no warning reached the villages behind the inner dyke.

The mayor, Dr. J. C. Hoek, had the church bells rung. Families fled to
their attics; in the Polder of Schouwen some of them waited for two days
until fishermen from Urk came with flat boats.

Afterwards the government adopted the Delta Plan, which closed the
estuaries with dams. The work lasted until 1997 and cost five billion
euros.
`

/** News in lower case, one sentence a line, tokenised. */
const tokenised = `the volcano on the island of sorvik erupted on sunday night , forcing two thousand people to leave their homes
the eruption began without any warning , said karin holt , who heads the geological survey of the island
" we ca n't say when people will be able to return , " holt told reporters in the capital
the volcano 's last eruption was in 1961 and lasted eleven days
the country 's army set up a camp , known as the harbour camp or hc , for the people from the north coast
a group of uighur students who were on a visit to the island were flown out on monday
the hc has beds for nine hundred people
`

/** An article as it comes off a page, with what is not its own around it. */
const article = `Skip to content

Subscribe to our newsletter

Council Votes to Close the Lido

By Rosalind Pike, Evening Courier

Published: June 14, 2018

The town council voted on Tuesday to close the open-air lido at the end of the season. Repairs to the pool's cracked basin would have cost 2.4 million pounds, the treasurer, Amit Rao, told the meeting.

Read more: Ten beaches to visit this summer

Swimmers who had gathered outside the town hall booed the decision. "It is the only place where my children learned to swim," said Ellen Marsh, who has used the lido since 1974.

Council leader Gordon Tate said the site would be sold to a developer. He promised that the proceeds would be spent on the indoor pool in Mill Lane.

The council's labour group organised a petition, which 9,300 residents signed.

Most Popular

Cat rescued from chimney
Bakery wins national award
Mayor opens skate park

Show comments
`

/** Short notes without sentences. */
const notes = `Greenhouse

- tomatoes: sow in February, under glass
- basil: never below 12 degrees
- the heater's thermostat sticks; tap it twice

Members of Al-Qaeda were mentioned in the radio play that we rehearsed.
`

/** A second report of the same vote, nearly in the same words. */
const repeated = `Lido to close, council decides

The town council voted on Tuesday to close the open-air lido at the end of the season, officials said.

The lido was opened in 1935 by the swimmer Hilda James.
`

/** Documents of many kinds, written for the tests. */
export const ownDocuments: Documents = {
  'orchard.md': report,
  'clockmaker.txt': interview,
  'flood.txt': wrapped,
  'sorvik.txt': tokenised,
  'press/lido.txt': article,
  'press/lido-2.txt': repeated,
  'greenhouse.md': notes,
}
