/**
 * A document, with `⟨who⟩` before the words of a turn and `⟨⟩` before words that nobody speaks. All of it is invented.
 */
export type Labelled = { readonly name: string; readonly path?: string; readonly text: string }

export const transcripts: readonly Labelled[] = [
  {
    name: 'a hearing of a committee',
    text: `
                     HARBOR SAFETY IN THE NORTHERN PORTS

    The committee met, pursuant to call, at 10:04 a.m., in room 2141, Hon. Ada Brunt presiding.

    Chairwoman Brunt. ⟨Chairwoman Brunt⟩The committee will come to order. We have two witnesses
today, and we thank both of them for coming all the way from the coast.
    I also want to welcome the students in the second row.
    Mr. Altmire. ⟨Mr. Altmire⟩Thank you, Chairwoman. I will be brief. The pier was
inspected in 2011, and what the inspectors found has not been repaired.
    ⟨Mr. Altmire⟩We asked for the money three times, and three times we were told to wait.
    The Chairwoman. ⟨The Chairwoman⟩I thank the gentleman. Ms. Roe, you have five minutes.
    Ms. Roe. ⟨Ms. Roe⟩Good morning. My name is not on the list, I believe.
    [Laughter.]
    Ms. Roe [continuing]. ⟨Ms. Roe⟩But I am glad to be here all the same.
    Mr. Altmire. ⟨Mr. Altmire⟩Was the crane certified, in your view?
    Ms. Roe. ⟨Ms. Roe⟩It was not, sir. Nobody had looked at it since the winter.
    Mr. Kowalski of Ohio. ⟨Mr. Kowalski of Ohio⟩Will the gentleman yield?
    Mr. Altmire. ⟨Mr. Altmire⟩I yield.
    The Chairwoman. ⟨The Chairwoman⟩Without objection, so ordered.
    ⟨⟩[Whereupon, at 11:20 a.m., the committee was adjourned.]
`,
  },
  {
    name: 'a hearing with names in capitals',
    text: `
The CHAIRMAN. ⟨The CHAIRMAN⟩Good morning. The clerk will call the roll.

Senator WARRICK. ⟨Senator WARRICK⟩Thank you, Mr. Chairman. How many boats were lost?

Ms. OKONJO-BELL. ⟨Ms. OKONJO-BELL⟩Eleven, Senator. Two more were found later.

Senator WARRICK. ⟨Senator WARRICK⟩And who told the families?

Ms. OKONJO-BELL. ⟨Ms. OKONJO-BELL⟩I did. It was my duty.

Dr. McLEAN. ⟨Dr. McLEAN⟩If I may add to that. The reports came in by radio.

The CHAIRMAN. ⟨The CHAIRMAN⟩Thank you, Doctor. Senator Hale is next.

Senator HALE. ⟨Senator HALE⟩No questions.

The CHAIRMAN. ⟨The CHAIRMAN⟩Then we stand in recess.
`,
  },
  {
    name: 'an interview with names',
    text: `
A morning on the ferry

Jane Roe has sailed between the islands for thirty years. We met her on the quay.

HARBOUR TIMES: ⟨HARBOUR TIMES⟩Why did you go to sea?

JANE ROE: ⟨JANE ROE⟩My father did, and I wanted to see what he saw.

⟨JANE ROE⟩It was not what I had expected.

HARBOUR TIMES: ⟨HARBOUR TIMES⟩What is the hardest part of it?

JANE ROE: ⟨JANE ROE⟩The fog. You hear the rocks before you see them.

HARBOUR TIMES: ⟨HARBOUR TIMES⟩And the best?

JANE ROE: ⟨JANE ROE⟩Coming home, of course.

⟨⟩This interview has been edited and condensed for clarity.
`,
  },
  {
    name: 'an interview with a narrator at its end',
    text: `
Interviewer: ⟨Interviewer⟩When did the bees come?

Lindqvist: ⟨Lindqvist⟩In May. We were not ready for them at all.

Interviewer: ⟨Interviewer⟩Did you lose any hives?

Lindqvist: ⟨Lindqvist⟩Two. I still think of them.

⟨⟩Lindqvist keeps nine hives behind the school and sells honey on Saturdays.

⟨⟩The school was built in 1904.
`,
  },
  {
    name: 'lower-case labels',
    text: `
stark: ⟨stark⟩we will have to move the stall before noon
lund: ⟨lund⟩why, is the road closed again?
stark: ⟨stark⟩yes, they told me this morning
lund: ⟨lund⟩ok, i can bring the van
brook: ⟨brook⟩i will help you carry the boxes
lund: ⟨lund⟩thanks
stark: ⟨stark⟩see you there then, and bring my gloves
`,
  },
  {
    name: 'turns within a line',
    text: `
The hearing was opened at nine and soon closed. SMITH: ⟨SMITH⟩I object. ROE: ⟨ROE⟩Noted.

JUDGE: ⟨JUDGE⟩We will hear the witness. SMITH: ⟨SMITH⟩I have no questions for her. JUDGE: ⟨JUDGE⟩Then she may go.

ROE: ⟨ROE⟩Thank you, Your Honour. SMITH: ⟨SMITH⟩One moment, please.
`,
  },
  {
    name: 'a transcript of captions',
    text: `
>> ANNOUNCER: ⟨ANNOUNCER⟩Good evening, and welcome to the harbour.
>> MAYOR LUND: ⟨MAYOR LUND⟩Thank you. I am glad to be here.
>> ANNOUNCER: ⟨ANNOUNCER⟩Will the bridge be ready in time?
>> MAYOR LUND: ⟨MAYOR LUND⟩It will. We have the steel now.
>> ⟨⟩What about the noise?
>> MAYOR LUND: ⟨MAYOR LUND⟩There will be some, yes.
`,
  },
  {
    name: 'a recording with times before labels',
    text: `
[00:00:05] JANE ROE: ⟨JANE ROE⟩Is this thing on?

[00:00:09] SPEAKER 2: ⟨SPEAKER 2⟩It is. Go ahead.

[00:00:12] JANE ROE: ⟨JANE ROE⟩I was born in the house by the lock.

[00:00:40] SPEAKER 2: ⟨SPEAKER 2⟩In which year was that?

[00:00:44] JANE ROE: ⟨JANE ROE⟩In 1931, the year of the flood.
`,
  },
  {
    name: 'a recording with names and times above what is said',
    text: `
Jane Roe (00:05):
⟨Jane Roe⟩I want to begin with the plan for the market.

Speaker 2 (00:31):
⟨Speaker 2⟩Which plan do you mean?

Jane Roe (00:36):
⟨Jane Roe⟩The one that we voted on in the spring.

⟨Jane Roe⟩It was changed twice after that.

Speaker 2 (01:10):
⟨Speaker 2⟩I see. And who changed it?
`,
  },
  {
    name: 'an interview in Markdown with bold labels',
    path: 'talk.md',
    text: `
# A talk on bread

Two bakers met in a mill.

**Jane Roe:** ⟨Jane Roe⟩I bake at night, because the oven is free then.

**Ann Bo:** ⟨Ann Bo⟩And when do you sleep?

**Jane Roe:** ⟨Jane Roe⟩In the morning. My neighbours think that I am lazy.

⟨Jane Roe⟩They are wrong, of course.

**Ann Bo**: ⟨Ann Bo⟩Mine think the same of me.

## What comes next

⟨⟩The mill is for sale.
`,
  },
  {
    name: 'labels in Markdown within one paragraph',
    path: 'chat.md',
    text: `
**Mira:** ⟨Mira⟩Who brings the cake?
**Tomsen:** ⟨Tomsen⟩I do.
**Mira:** ⟨Mira⟩And who brings the plates?
**Tomsen:** ⟨Tomsen⟩My sister has some.
`,
  },
  {
    name: 'a deposition',
    text: `
     Q.   ⟨⟩Where were you on the night of the third?
     A.   ⟨⟩I was at home with my brother.
     Q.   ⟨⟩Did anybody see you there?
     MR. HALVORSEN: ⟨MR. HALVORSEN⟩Objection. She has answered that.
     THE WITNESS: ⟨THE WITNESS⟩Nobody but my brother.
     MR. HALVORSEN: ⟨MR. HALVORSEN⟩I withdraw it.
     Q.   ⟨⟩Thank you. That is all.
     THE COURT: ⟨THE COURT⟩You may step down.
`,
  },
  {
    name: 'a session of a German parliament',
    text: `
Präsident Dr. Norbert Amsel: ⟨Präsident Dr. Norbert Amsel⟩Ich eröffne die Sitzung. Das Wort hat die Abgeordnete Brinkmann.

Katja Brinkmann (SPD): ⟨Katja Brinkmann⟩Herr Präsident! Wir haben lange auf dieses Gesetz gewartet.

⟨⟩(Beifall bei der SPD)

⟨Katja Brinkmann⟩Nun ist es da, und es ist zu kurz.

Präsident Dr. Norbert Amsel: ⟨Präsident Dr. Norbert Amsel⟩Gestatten Sie eine Zwischenfrage?

Katja Brinkmann (SPD): ⟨Katja Brinkmann⟩Ja, bitte.

Hans-Peter Uhlenbrock (FDP): ⟨Hans-Peter Uhlenbrock⟩Ist Ihnen bekannt, was das kostet?

Katja Brinkmann (SPD): ⟨Katja Brinkmann⟩Das ist mir bekannt.
`,
  },
  {
    name: 'a session of a French parliament',
    text: `
M. le président. ⟨M. le président⟩La parole est à Mme Claire Vasseur.

Mme Claire Vasseur. ⟨Mme Claire Vasseur⟩Merci, monsieur le président. Nous attendons ce texte depuis un an.

M. Jean Delorme. ⟨M. Jean Delorme⟩Depuis deux ans !

Mme Claire Vasseur. ⟨Mme Claire Vasseur⟩Je vous remercie de le rappeler.

M. le président. ⟨M. le président⟩Veuillez conclure.
`,
  },
  {
    name: 'a talk on the radio in Spanish',
    text: `
Entrevistadora: ⟨Entrevistadora⟩¿Cuándo llegó usted al pueblo?

Ramón Ibarra: ⟨Ramón Ibarra⟩En 1968, con mi hermano.

Entrevistadora: ⟨Entrevistadora⟩¿Y qué encontró?

Ramón Ibarra: ⟨Ramón Ibarra⟩Nada. Nosotros hicimos el pozo.
`,
  },
  {
    name: 'a call with analysts',
    text: `
Operator: ⟨Operator⟩Good morning, and welcome to the call of the second quarter.

Ingrid Vance, Chief Financial Officer: ⟨Ingrid Vance⟩Thank you. Our sales rose by four percent.

Operator: ⟨Operator⟩The first question comes from Paul Demsky.

Paul Demsky, Analyst: ⟨Paul Demsky⟩Hi. Could you say more about the mill?

Ingrid Vance, Chief Financial Officer: ⟨Ingrid Vance⟩We sold it in June.

Paul Demsky, Analyst: ⟨Paul Demsky⟩Great, thanks.
`,
  },
  {
    name: 'questions and answers',
    text: `
Q: ⟨⟩Can I bring a dog?

A: ⟨⟩Yes, on a lead.

Q: ⟨⟩When do you close?

A: ⟨⟩At six, and at four in winter.
`,
  },
]
