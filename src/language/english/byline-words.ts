/** `(with inputs from Agency)`. */
export const contribution = /\((?:with|additional|and|reporting|inputs?|including)\b[^()]{1,80}\)/i
export const opensByline = /^by\s/i
/** Follows the writer's name at the end of a story: `Jane Doe is a columnist`. */
export const introducesWriter = /^ (?:is|was) an? /
