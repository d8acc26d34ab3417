import type { NameWords } from '../name-rules.ts'

export const englishNames: NameWords = {
  honorifics: [
    String.raw`(?:Dr|Prof|Mr|Mrs|Ms|Mx|Rev|Hon|Sir|Fr|Capt|Col|Gen|Lt|Sgt|Sen|Rep|Gov|Cllr)\.?`,
    'Professor|Doctor|Miss|Mister|Dame|Lord|Lady|Reverend|Senator|Councillor|Captain|Father|Sister|Brother',
  ],
  organisations: [
    'news|newsroom|press|agency|agencies|times|post|staff|desk|team|bureau|editorial|committees?|working party',
    'departments?|ministry|ministries|universit(?:y|ies)|institutes?|cent(?:er|re)s?|councils?|commission(?:er)?s?',
    'associations?|society|foundation|offices?|groups?|organi[sz]ations?|networks?|services?|board|inc|ltd|llc|llp|plc',
    'corp|corporation|company|companies|projects?|unions?|governments?|courts?|academy|courier|herald|tribune|gazette',
    'guardian|observer|chronicle|telegraph|examiner|inquirer|dispatch|journal|review|magazine|daily|weekly|schools?',
    'colleges?|laborator(?:y|ies)|administration|authority|nations|federation|alliance|coalition|consortium|task force',
    'collaboration|partnership|programmes?|programs?|initiative|secretariat|directorate|parliament|congress|library',
    'museum|hospital|clinic|forum|league|club|reuters|afp|xinhua|bloomberg|bbc|cnn|upi|ap|dpa|efe|tass|ians|pti|ani',
  ],
  firmEndings: [
    String.raw`co\.?|sons|brothers|bros\.?|daughters|partners?|associates|inc\.?|ltd\.?|llc|llp|plc|corp\.?|limited`,
  ],
  topics: [
    String.raw`\p{L}{4,}(?:ment|tion|sion|ness|ship|ology|ics)s?|\p{L}{2,}ities`,
    'affairs|services?|rights|health|trade|policy|safety|industry|energy|resources|culture|sports?|water|food|fisheries',
    'forestry|welfare|law|sciences?|arts|security|justice|housing|transport|labou?r|works|planning|defen[cs]e|finance',
    'insurance|tourism|communit(?:y|ies)|families|children|youth|climate|change|technology|research|letters|commerce',
    'agriculture|pensions|skills|equality|equity|diversity|heritage|wildlife|nature|space|media|politics|business',
  ],
  nobody: [
    String.raw`(?:(?:our|the|a|web|online)\s+)*(?:staff|admin|administrator|editors?|editorial|guest|contributors?|webmaster)`,
    String.raw`(?:(?:our|the|a|web|online)\s+)*(?:staff\s+)?(?:writers?|reporters?|reports?|correspondents?)`,
    String.raw`(?:et )?al\.?|others|anonymous|unknown|various(?: authors)?|n/?a|none|authors?|tba|tbd`,
  ],
  notInNames: [
    'the|of|for|and|with|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|july|september',
    'october|november|december|any|all|our|my|your|his|her|their|its|this|that|these|those|no|only|other|not|what|who',
    'how|why|when|where|which|if|we|you|they|it|he|she|is|are|was|were|be|been|being|am|have|had|did|does|in|on|at|to',
    'from|by|about|without|into|as|than|more|most|new|very|next|last|first|second|chapter|section|volume|published|updated',
  ],
  phrases: [
    'order|law|decree|resolution|request|appointment|demand|popular|royal|vote|hand|mail|e-?mail|phone|air|land|sea',
    'train|car|bus|bike|bicycle|boat|ship|rail|road|number|numbers|design|default|accident|chance|mistake|means|virtue',
    'contrast|comparison|definition|way|night|noon|midnight|morning|evening|then|now|far|degrees|invitation|special',
    'mutual|common|agreement|consent|proxy|statute|region|country|year|month|week|category|topic|subject|title|age',
  ],
  and: ['and|with'],
  bylineLabels: [
    '(?:(?:written|words|story|text|report|reported|reporting|article|interview|interviewed|posted|published',
    String.raw`submitted|filed|compiled|essay|review|column|analysis|opinion|commentary|photographs?\s+and\s+text)\s+)?by:?\s+`,
    String.raw`(?:authors?|words|written|story|text|reporters?|contributed)\s*:\s*`,
  ],
  roles: ['correspondent|reporter|writer|columnist|editor|contributor|producer|analyst|journalist|blogger|author'],
  roleQualifiers: [
    'staff|senior|special|chief|guest|contributing|associate|assistant|political|science|business|sports?|foreign',
    'health|education|environment|legal|local|national|international|international affairs|technology|arts|culture',
  ],
  inPlace: ['in'],
  forEmployer: ['for'],
  published: ['(?:(?:first|last|originally) )?(?:published|posted|updated|modified|revised|edited|issued|released)'],
  datePhrases: [
    'first|last|originally|date|dated|min(?:utes?)?|read|on|at|mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun',
    '(?:mon|tues|wednes|thurs|fri|satur|sun)day',
  ],
  fields: {
    title: 'title headline',
    author: 'author authors by byline writer writtenby creator',
    publisher: 'publisher publication site sitename website outlet newspaper',
    source: 'source',
    published: 'published datepublished issued pubdate publishdate publisheddate publishedat publicationdate',
    date: 'date created',
    updated: 'updated modified lastmod datemodified lastmodified lastupdated updatedat',
    language: 'lang language locale',
    address: 'url canonical canonicalurl link originalurl sourceurl',
  },
}
