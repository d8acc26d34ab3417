/** `length` letters. */
export const x = (length: number): string => 'x'.repeat(length)
export const times = <T>(count: number, make: (place: number) => T): T[] =>
  Array.from({ length: count }, (_, place) => make(place))

/** Parts of a message as Discord takes them; `more` adds or replaces fields. */
export const text = (content = 'text') => ({ type: 10, content })
export const button = (place = 0, more: object = {}) => ({
  type: 2,
  style: 1,
  label: 'Go',
  custom_id: `go-${place}`,
  ...more,
})
export const link = (more: object = {}) => ({ type: 2, style: 5, label: 'Open', url: 'https://example.org', ...more })
export const option = (place = 0, more: object = {}) => ({ label: `Label ${place}`, value: `${place}`, ...more })
export const select = (more: object = {}) => ({ type: 3, custom_id: 'pick', options: [option()], ...more })
export const row = (...components: object[]) => ({ type: 1, components })
export const section = (components: object[] = [text()], accessory: object = button()) => ({
  type: 9,
  components,
  accessory,
})
export const container = (components: object[] = [text()], more: object = {}) => ({ type: 17, components, ...more })

/** A message with IS_COMPONENTS_V2. */
export const layout = (...components: object[]) => ({ flags: 1 << 15, components })
