// @ts-check

/**
 * What the browser keeps for this page under a name; null where there is nothing, or where it keeps nothing.
 * @param {'tab' | 'browser'} where
 * @param {string} name
 */
export const recall = (where, name) => {
  try {
    return (where === 'tab' ? sessionStorage : localStorage).getItem(`quoth-${name}`)
  } catch {
    return null
  }
}

/**
 * Keeps a value for the tab's life, or until it is changed.
 * @param {'tab' | 'browser'} where
 * @param {string} name
 * @param {string} value
 */
export const keep = (where, name, value) => {
  try {
    const storage = where === 'tab' ? sessionStorage : localStorage
    storage.setItem(`quoth-${name}`, value)
  } catch {
    // A browser that keeps nothing shows the page all the same.
  }
}
