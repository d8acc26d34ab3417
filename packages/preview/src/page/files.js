// @ts-check

/** How large a file is, as people read it. @param {number} bytes */
export const sizeShown = (bytes) => {
  if (bytes < 1024) return `${bytes} bytes`
  return bytes < 1024 ** 2 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`
}

/** Why Discord's client would not upload files; empty when it would. @param {readonly File[]} files @param {number} limit */
export const problemWithFiles = (files, limit) => {
  const large = files.find(({ size }) => size > limit)
  return large === undefined ? '' : `${large.name} is larger than ${sizeShown(limit)}.`
}

/** Puts files into an input, as if they had been picked. @param {HTMLInputElement} input @param {readonly File[]} files */
export const putFiles = (input, files) => {
  const transfer = new DataTransfer()
  for (const file of files) transfer.items.add(file)
  input.files = transfer.files
}
