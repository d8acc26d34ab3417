// @ts-check
import { byId } from '../element.js'

/** @param {DragEvent} event */
const hasFiles = ({ dataTransfer }) => dataTransfer?.types.includes('Files') ?? false

/** Takes files that are dragged onto the channel. @param {(files: readonly File[]) => void} take */
export const takeDroppedFiles = (take) => {
  const main = byId('main', HTMLElement)
  const hint = byId('drop-hint', HTMLElement)

  /** @param {DragEvent} event */
  const onOver = (event) => {
    if (!hasFiles(event)) return
    event.preventDefault()
    hint.hidden = false
  }
  main.addEventListener('dragenter', onOver)
  main.addEventListener('dragover', onOver)
  main.addEventListener('dragleave', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && main.contains(relatedTarget))) hint.hidden = true
  })
  main.addEventListener('drop', (event) => {
    if (!hasFiles(event)) return
    event.preventDefault()
    hint.hidden = true
    take([...(event.dataTransfer?.files ?? [])])
  })
  // A file that misses would be opened in place of the page.
  for (const kind of /** @type {const} */ (['dragover', 'drop']))
    document.addEventListener(kind, (event) => hasFiles(event) && event.preventDefault())
}
