import { describe, expect, it } from 'vitest'
import { prose, read, readMarkdown, runsOf, textOf } from '../support/read.ts'

const turns = (source: ReturnType<typeof read>) =>
  source.paragraphs.map((paragraph) => ({
    text: textOf(source, paragraph),
    role: paragraph.role,
    speaker: paragraph.speaker,
    answers: paragraph.answers && textOf(source, paragraph.answers),
  }))

describe('an interview', () => {
  it('with Q and A links each answer to its question, also when the answer goes on, and names nobody', () => {
    const source = read(
      'A Talk with a Pilot\n\nQ: Why did you go to sea?\n\nA: My father did.\n\nI went along.\n\nQ: What is hard?\n\nA: The fog.\n',
    )
    const [why, what] = ['Why did you go to sea?', 'What is hard?']
    expect(turns(source)).toEqual([
      { text: why, role: 'question', speaker: null, answers: null },
      { text: 'My father did.', role: 'prose', speaker: null, answers: why },
      { text: 'I went along.', role: 'prose', speaker: null, answers: why },
      { text: what, role: 'question', speaker: null, answers: null },
      { text: 'The fog.', role: 'prose', speaker: null, answers: what },
    ])
    expect(runsOf(source, 'markup')).toEqual(['Q:', 'A:', 'Q:', 'A:'])
  })

  it('with names tells who speaks and what is asked', () => {
    const source = read(
      'MODERATOR: Who wants to begin?\nMS. LUND: I do. The pier is rotten.\nMODERATOR: What does it need?\nMS. LUND: New planks.\n',
    )
    expect(turns(source).map(({ speaker, role }) => [speaker, role])).toEqual([
      ['MODERATOR', 'question'],
      ['MS. LUND', 'prose'],
      ['MODERATOR', 'question'],
      ['MS. LUND', 'prose'],
    ])
  })

  it('without labels is known by paragraphs that ask', () => {
    const source = read(
      `${prose[0]}\n\nWhy did you go to sea?\n\nMy father did, and his father too.\n\nWhat is the hardest part of it?\n\nThe fog, when you see nothing.\n`,
    )
    expect(turns(source).map(({ role, answers }) => [role, answers])).toEqual([
      ['prose', null],
      ['question', null],
      ['prose', 'Why did you go to sea?'],
      ['question', null],
      ['prose', 'What is the hardest part of it?'],
    ])
  })

  it('in Markdown has bold questions and bold labels', () => {
    const bold = readMarkdown('**Why did you go to sea?**\n\nMy father did.\n\n**What is hard?**\n\nThe fog.\n')
    expect(turns(bold).map(({ role, answers }) => [role, answers])).toEqual([
      ['question', null],
      ['prose', '**Why did you go to sea?**'],
      ['question', null],
      ['prose', '**What is hard?**'],
    ])
    const labelled = readMarkdown('**Q:** Why did you go to sea?\n\n**A:** My father did.\n')
    expect(turns(labelled).map(({ text, speaker, answers }) => [text, speaker, answers])).toEqual([
      ['Why did you go to sea?', null, null],
      ['My father did.', null, 'Why did you go to sea?'],
    ])
  })

  it('is not seen in one question of an article, nor in a list of labels', () => {
    const article = read(`${prose[0]}\n\nWhy is that so?\n\n${prose[1]}\n`)
    expect(article.paragraphs.every(({ role, answers }) => role === 'prose' && answers === null)).toBe(true)
    const recipe = read(`${prose[0]}\n\nTime: two hours\n\nServes: four people\n\n${prose[1]}\n`)
    expect(recipe.paragraphs.every(({ speaker }) => speaker === null)).toBe(true)
  })
})
