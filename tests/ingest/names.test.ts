import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CslName, nameShown } from '../../src/domain/bibliography.ts'
import { namesIn } from '../../src/ingest/name-list.ts'
import { expectGrowth } from '../support/growth.ts'

const person = (given: string, family: string, suffix?: string): CslName => ({
  family,
  given,
  ...(suffix === undefined ? {} : { suffix }),
})
const body = (literal: string): CslName => ({ literal })

describe('a name', () => {
  it.each([
    ['Jane Roe', person('Jane', 'Roe')],
    ['Roe, Jane', person('Jane', 'Roe')],
    ['Robert De Niro', person('Robert', 'De Niro')],
    ['Dick Van Dyke', person('Dick', 'Van Dyke')],
    ['Van Morrison', person('Van', 'Morrison')],
    ['Ursula K. Le Guin', person('Ursula K.', 'Le Guin')],
    ['Le Guin, Ursula K.', person('Ursula K.', 'Le Guin')],
    ['van Gogh, Vincent', person('Vincent', 'van Gogh')],
    ['von Trapp, Maria', person('Maria', 'von Trapp')],
    ['Von Jane Roe', person('Jane', 'Roe')],
    ['Vincent van Gogh', person('Vincent', 'van Gogh')],
    ['de la Cruz, Juana Inés', person('Juana Inés', 'de la Cruz')],
    ['Humboldt, Alexander von', { ...person('Alexander', 'Humboldt'), 'dropping-particle': 'von' }],
    ['d’Alembert, Jean', person('Jean', 'd’Alembert')],
    ['Gerard ’t Hooft', person('Gerard', '’t Hooft')],
    ['Bashar al-Assad', person('Bashar', 'al-Assad')],
    ['Conan O’Brien', person('Conan', 'O’Brien')],
    ['Anne-Marie Slaughter', person('Anne-Marie', 'Slaughter')],
    ['Santiago Ramón y Cajal', person('Santiago', 'Ramón y Cajal')],
    ['García Márquez, Gabriel', person('Gabriel', 'García Márquez')],
    ['Martin Luther King Jr.', person('Martin Luther', 'King', 'Jr.')],
    ['Martin Luther King, Jr.', person('Martin Luther', 'King', 'Jr.')],
    ['King, Martin Luther, Jr.', person('Martin Luther', 'King', 'Jr.')],
    ['King, Jr., Martin Luther', person('Martin Luther', 'King', 'Jr.')],
    ['King Jr., Martin Luther', person('Martin Luther', 'King', 'Jr.')],
    ['King, Jr.', { family: 'King', suffix: 'Jr.' }],
    ['Tolkien, J.R.R.', person('J.R.R.', 'Tolkien')],
    ['Dr. Jane Roe, MD', person('Jane', 'Roe')],
    ['Prof. Dr. Jane Roe', person('Jane', 'Roe')],
    ['Jane Roe, PhD, RN', person('Jane', 'Roe')],
    ['Jane Roe, Staff Writer', person('Jane', 'Roe')],
    ['Jane Roe (Reuters)', person('Jane', 'Roe')],
    ['Jane Roe <jane@example.org>', person('Jane', 'Roe')],
    ['"Roe, Jane" <jane@example.org>', person('Jane', 'Roe')],
    ['jane@example.org (Jane Roe)', person('Jane', 'Roe')],
    ['Author: Roe, Jane', person('Jane', 'Roe')],
    ['By Jane Roe', person('Jane', 'Roe')],
    ['J. Haberland. Last change in May', person('J.', 'Haberland')],
    ['[[Jane Roe]]', person('Jane', 'Roe')],
    ['[[People/Jane Roe|Jane]]', person('Jane', 'Roe')],
    ['[Jane Roe](https://example.org/jane)', person('Jane', 'Roe')],
    ['JANE ROE', person('Jane', 'Roe')],
    ['RONALD MCDONALD', person('Ronald', 'McDonald')],
    ['ANN O’BRIEN-SMITH III', person('Ann', 'O’Brien-Smith', 'III')],
    ['June Smith', person('June', 'Smith')],
    ['Jane Roe, as told to John Doe', person('Jane', 'Roe')],
    ['Jana Roth, aufgezeichnet von Bo Lind', person('Jana', 'Roth')],
    ['Robert (Bob) Smith', person('Robert (Bob)', 'Smith')],
    ['Лев Толстой', person('Лев', 'Толстой')],
  ])('of one person is `%s`', (written, name) => {
    expect(namesIn(written)).toEqual([name])
  })

  it.each([
    'Centers for Disease Control and Prevention',
    'Bundesministerium für Umwelt, Naturschutz und nukleare Sicherheit',
    'Ministerio de Agricultura, Pesca y Alimentación',
    'Ministère de la Transition écologique et de la Cohésion des territoires',
    'Department of Health and Human Services',
    'Bureau of Alcohol, Tobacco, Firearms and Explosives',
    'Food and Agriculture Organization of the United Nations',
    'Bill & Melinda Gates Foundation',
    'Johnson, Smith & Co.',
    'Skadden, Arps, Slate & Flom LLP',
    'National Oceanic and Atmospheric Administration',
    'World Wildlife Fund',
    'Marks and Spencer Ltd.',
    'House of Commons Health and Social Care Committee',
    'International Federation of Red Cross and Red Crescent Societies',
    'World Bank',
    'Mr. Lund',
    'Lord Byron',
    'Jane Roe & Associates',
    'Ernst & Young',
    'Acme, Inc.',
    'University of California, Berkeley',
    'Doctors Without Borders',
    'Verein für Natur und Heimat e. V.',
    'The Associated Press',
    '村上春樹',
    'Madonna',
    'Anna K.',
    'Le Guin',
    'eric-mill',
    'Jane and John Doe',
  ])('of a body, or one whose parts nobody can tell, stays as it is: `%s`', (written) => {
    expect(namesIn(written)).toEqual([body(written)])
  })

  it.each(['Staff', 'admin', 'Our Correspondent', 'Redaktion', 'Anonymous', '', ' , ; '])(
    'is none where it stands in for one: `%s`',
    (written) => {
      expect(namesIn(written)).toEqual([])
    },
  )
})

describe('a list of names', () => {
  const [jane, john, ann] = [person('Jane', 'Roe'), person('John', 'Doe'), person('Ann', 'Lee')]
  const [smith, doe, lee] = [person('J. A.', 'Smith'), person('A.', 'Doe'), person('B.', 'Lee')]
  it.each<[string, readonly CslName[]]>([
    ['Jane Roe and John Doe', [jane, john]],
    ['Jane Roe, John Doe', [jane, john]],
    ['Jane Roe, John Doe, and Ann Lee', [jane, john, ann]],
    ['Jane Roe; John Doe', [jane, john]],
    ['Jane Roe | John Doe', [jane, john]],
    ['Jane Roe und John Doe', [jane, john]],
    ['Jane Roe et John Doe', [jane, john]],
    ['Jane Roe y John Doe', [jane, john]],
    ['JANE ROE AND JOHN DOE', [jane, john]],
    ['[[Jane Roe]], [[John Doe]]', [jane, john]],
    ['"Roe, Jane" <jane@example.org>, "Doe, John" <john@example.org>', [jane, john]],
    ['Roe, Jane; Doe, John', [jane, john]],
    ['Roe, Jane and Doe, John', [jane, john]],
    ['Roe, Jane, and John Doe', [jane, john]],
    ['Smith, J. A.; Doe, A.', [smith, doe]],
    ['Smith, J. A.; Doe, A.; and Lee, B.', [smith, doe, lee]],
    ['Roe J.A., Doe B.', [person('J.A.', 'Roe'), person('B.', 'Doe')]],
    ['Jane Roe/John Doe', [jane, john]],
    ['Jane Roe and 3 others', [jane]],
    ['Smith, J. A., Doe, A., & Lee, B.', [smith, doe, lee]],
    ['Smith, J. A. and Doe, A.', [smith, doe]],
    ['Roe J, de Vries PQ', [person('J', 'Roe'), person('PQ', 'de Vries')]],
    ['Jane Roe, MD, and John Doe, PhD', [jane, john]],
    ['Jane Roe1,2, John Doe3', [jane, john]],
    ['Jane Roe^1^, John Doe^2,3^', [jane, john]],
    ['Jane Roe^[Harbour University], John Doe$^{2}$', [jane, john]],
    ['Jane Roe et al.', [jane]],
    ['Roe J, van der Berg PQ, et al.', [person('J', 'Roe'), person('PQ', 'van der Berg')]],
    ['World Health Organization, UNICEF, Jane Roe', [body('World Health Organization'), body('UNICEF'), jane]],
    ['UNICEF and World Health Organization', [body('UNICEF'), body('World Health Organization')]],
    ['ROE, Jane and DOE, John', [jane, john]],
    ['House of Commons Education Committee and Jane Roe', [body('House of Commons Education Committee'), jane]],
    ['Sammy Davis, Jr. and John Doe', [person('Sammy', 'Davis', 'Jr.'), john]],
    ['Van Morrison, John Doe', [person('Van', 'Morrison'), john]],
    ['Smith, Doe and Lee', [body('Smith'), body('Doe'), body('Lee')]],
    ['Anna, Ben, Carla', [body('Anna'), body('Ben'), body('Carla')]],
    ['王小明、李四', [body('王小明'), body('李四')]],
    [
      'Jane Roe and Centers for Disease Control and Prevention',
      [jane, body('Centers for Disease Control and Prevention')],
    ],
    ['Ministry of Health and Jane Roe', [body('Ministry of Health'), jane]],
    ['Jane Roe, University of Aber', [jane, body('University of Aber')]],
    ['Reuters and Agence France-Presse', [body('Reuters'), body('Agence France-Presse')]],
  ])('`%s` has each in parts', (written, names) => {
    expect(namesIn(written)).toEqual(names)
  })
})

const letters = (text: string): string => text.replace(/[^\p{L}]/gu, '')
const givenName = fc.constantFrom(
  'Jane',
  'José',
  'Anne-Marie',
  'J. R.',
  'Ursula K.',
  'Łukasz',
  'Bo',
  'Mary Ann',
  'D’Arcy',
)
const familyName = fc.constantFrom(
  'Roe',
  'O’Brien',
  'van Gogh',
  'De Niro',
  'de la Cruz',
  'Müller-Lüdenscheidt',
  'al-Assad',
  'Le Guin',
  'Đorđević',
)
const names = fc.record({
  given: givenName,
  family: familyName,
  suffix: fc.constantFrom(undefined, undefined, 'Jr.', 'III'),
})
type Parts = { readonly given: string; readonly family: string; readonly suffix: string | undefined }
const expected = ({ given, family, suffix }: Parts): CslName => person(given, family, suffix)
const natural = ({ given, family, suffix }: Parts): string => [given, family, suffix].filter(Boolean).join(' ')
const inverted = ({ given, family, suffix }: Parts): string => [family, given, suffix].filter(Boolean).join(', ')

describe('reading names', () => {
  it('loses no letter of words that nobody knows', () => {
    const word = fc.stringMatching(/^(?:[A-ZÄÉ][a-zäéß]{3,8}|[A-Z]\.|[A-Z]{4,8})$/)
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        const shown = namesIn(words.join(' ')).map(nameShown).join('')
        expect(letters(shown).toUpperCase()).toBe(letters(words.join('')).toUpperCase())
      }),
    )
  })

  it('and showing them keeps every letter', () => {
    fc.assert(
      fc.property(names, (name) => {
        const read = namesIn(natural(name))
        expect(read.map(nameShown)).toEqual([natural(name)])
        expect(read).toEqual([expected(name)])
      }),
    )
  })

  it.each([', ', ' and ', '; ', ' | ', ' & ', ' und ', ' et '])('divides a list joined by `%s`', (separator) => {
    fc.assert(
      fc.property(fc.array(names, { minLength: 1, maxLength: 5 }), (list) => {
        expect(namesIn(list.map(natural).join(separator))).toEqual(list.map(expected))
      }),
    )
  })

  it.each(['; ', ' | '])('divides a list of inverted names joined by `%s`', (separator) => {
    fc.assert(
      fc.property(fc.array(names, { minLength: 1, maxLength: 5 }), (list) => {
        expect(namesIn(list.map(inverted).join(separator))).toEqual(list.map(expected))
      }),
    )
  })

  it.each([
    ['commas', (size: number) => 'a,'.repeat(size)],
    ['names', (size: number) => 'Jane Roe, '.repeat(size)],
    ['single words', (size: number) => 'Roe, '.repeat(size)],
    ['bodies', (size: number) => 'Board of Health and '.repeat(size)],
    ['brackets', (size: number) => '('.repeat(size)],
    ['links', (size: number) => '[['.repeat(size)],
    ['addresses', (size: number) => '<a@b'.repeat(size)],
    ['particles', (size: number) => `Jane ${'van '.repeat(size)}Roe`],
  ])('takes work that grows with its %s', async (_, written) => {
    await expectGrowth((size) => namesIn(written(size)), { size: 1000, factor: 8, below: 30 })
  })
})
