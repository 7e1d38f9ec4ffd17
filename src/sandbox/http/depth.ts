/** Deepest nesting of a JSON body that is read. What goes deeper is no request of anybody's, and would use up the stack. */
const DEEPEST = 512

/** Whether JSON is nested deeper than anything is read. */
export function isTooDeep(json: string): boolean {
  // Every level takes an opening and a closing character, so that most bodies are too short to ask.
  if (json.length <= 2 * DEEPEST) return false
  let depth = 0
  let isText = false
  for (let index = 0; index < json.length; index++) {
    const character = json[index]
    if (isText) {
      if (character === '\\') index += 1
      else if (character === '"') isText = false
    } else if (character === '"') isText = true
    else if (character === '[' || character === '{') {
      depth += 1
      if (depth > DEEPEST) return true
    } else if (character === ']' || character === '}') depth -= 1
  }
  return false
}
