// @ts-check
import { openMenu } from '../controls/menu.js'
import { byId, element, icon } from '../element.js'
import { faceOf } from '../messages/face.js'

/** @import { Person } from '../../protocol.ts' */

const languageNames = new Intl.DisplayNames(['en'], { type: 'language' })

/** What a person is in the preview's server. @param {Person} person */
const roleOf = ({ manages, locale }) =>
  `${manages ? 'Administrator' : 'Member'}, reads ${languageNames.of(locale.split('-')[0] ?? locale)}`

/**
 * The button that shows who the visitor is, and lets them switch to another user.
 * @param {Person} person @param {readonly Person[]} people @param {(person: Person) => void} become
 */
export const showPerson = (person, people, become) => {
  const items = people.map((each) => ({
    label: each.name,
    detail: roleOf(each),
    isChosen: each.id === person.id,
    pick: () => each.id !== person.id && become(each),
  }))
  const made = element(
    'button',
    {
      type: 'button',
      class: 'me',
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      click: () => openMenu({ title: 'Switch user', items, opener: made }),
    },
    faceOf(person.name, 'small'),
    element(
      'span',
      { class: 'me-name' },
      element('span', { class: 'visually-hidden' }, 'You are '),
      element('strong', {}, person.name),
      element('span', { class: 'me-note' }, roleOf(person)),
    ),
    icon('down'),
  )
  byId('me', HTMLElement).replaceChildren(made)
}
