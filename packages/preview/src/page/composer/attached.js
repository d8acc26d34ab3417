// @ts-check
import { byId, element, icon } from '../element.js'
import { problemWithFiles, sizeShown } from '../files.js'

/** Files that a message may have. */
const mostFiles = 10

/**
 * The files that go out with the message that is written, in a row above its text.
 * @param {(problem: string) => void} tell says why files are not taken, or takes that back
 */
export const createAttached = (tell) => {
  const list = byId('attached', HTMLElement)
  const button = byId('attach', HTMLButtonElement)
  const picker = byId('attach-files', HTMLInputElement)
  /** @type {readonly File[]} */
  let files = []
  let limit = Infinity

  const show = () => {
    list.hidden = files.length === 0
    list.replaceChildren(
      ...files.map((file) =>
        element(
          'li',
          { class: 'file' },
          icon('file'),
          element('span', { class: 'file-name' }, file.name),
          element('span', { class: 'file-size' }, sizeShown(file.size)),
          element(
            'button',
            { type: 'button', class: 'tool', 'aria-label': `Remove ${file.name}`, click: () => remove(file) },
            icon('close'),
          ),
        ),
      ),
    )
  }

  /** @param {File} file */
  const remove = (file) => {
    files = files.filter((each) => each !== file)
    show()
    button.focus()
  }

  /** @param {readonly File[]} more */
  const add = (more) => {
    const problem = problemWithFiles(more, limit)
    if (problem !== '') return tell(problem)
    tell(files.length + more.length > mostFiles ? `A message has at most ${mostFiles} files.` : '')
    files = [...files, ...more].slice(0, mostFiles)
    show()
  }

  button.addEventListener('click', () => picker.click())
  picker.addEventListener('change', () => {
    add([...(picker.files ?? [])])
    picker.value = ''
  })

  return {
    add,
    files: () => files,
    /** @param {readonly File[]} others */
    set: (others) => {
      files = others
      show()
    },
    /** Bytes that one file may have. @param {number} bytes */
    setLimit: (bytes) => {
      limit = bytes
    },
    /** Whether files can be attached: a command has fields for its own. @param {boolean} yes */
    offer: (yes) => {
      button.hidden = !yes
      list.hidden = !yes || files.length === 0
    },
  }
}
