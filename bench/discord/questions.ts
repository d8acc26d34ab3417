/** Questions about the seeds, which do not answer the last ones. */
const seedQuestions = [
  'Where were four suspected militants arrested?',
  'What do rights groups say the violence stems from?',
  'Who is Raffaello Pantucci?',
  'When did the Islamic State seek recruits in China?',
  'What did Hua Chunying say about terrorism?',
  'How many Chinese fight alongside the Islamic State?',
  'Who is the communist party chief of Xinjiang?',
  'What has fueled ethnic tensions in Xinjiang?',
  'Where was the wearing of veils in public banned?',
  'How many people died when a car plowed into Tiananmen Gate?',
  'What do separatists want to set up?',
  'What language was the video message in?',
  'Who runs the Global Times?',
  'How many foreigners were being questioned by Indonesian police?',
  'What does XUAR stand for?',
  'Who accused the authorities of using the alleged connection to justify their rule?',
  'What is the price of Bitcoin?',
  'Who won the chess olympiad?',
]

/** The question with this number, counted from 0; they repeat. */
export const questionNumber = (number: number): string => seedQuestions[number % seedQuestions.length] ?? ''
