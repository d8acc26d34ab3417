/** Endings that are no words of their own, though a lexicon may have them. */
export const ending =
  /^(?:a?bl[ey]|able|al|ally|ance|ant|ary|ate[ds]?|ating|ation|ations|e[dnrs]|ence|ent|ents|e[rs]s|est|ful|fully|ian|ians|ible|ic|ical|ics|ies|ing|ings|ion|ions|ish|is[em]|ism|isms|ist|ists|ity|ive|ization|i[sz]ed?|i[sz]ing|less|ly|man|men|ment|ments|ness|or|ors|ous|s|sion|sions|ship|ships|sive|ten|ter|ters|ther|tic|tical|ting|tion|tional|tions|tive|tor|tors|ture|tures|ward|wards)$/

/** Words that go on from a suspended hyphen: `pre- and post-war`. English, German, French and Spanish. */
export const linksSuspended =
  /^(?:and|or|to|but|nor|versus|und|oder|bzw|beziehungsweise|sowie|bis|noch|als|et|ou|y|e|o|u)$/
