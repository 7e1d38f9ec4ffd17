/**
 * The error without a stack: what it says is about settings and surroundings, and lines of the kit's own code, which a
 * runner shows, would lead astray.
 */
export function withoutStack<E extends Error>(error: E): E {
  error.stack = `${error.name}: ${error.message}`
  return error
}
