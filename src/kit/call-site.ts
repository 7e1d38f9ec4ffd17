// biome-ignore lint/complexity/noBannedTypes: captureStackTrace takes any function
type Method = Function

/**
 * Does something for a method that a test called, and lets an error's stack start at the test's line: what lies between
 * is the kit's, and the other end of a socket has no stack of its own.
 */
export async function fromCallSite<T>(method: Method, work: () => Promise<T>): Promise<T> {
  const site = { stack: '' }
  Error.captureStackTrace(site, method)
  try {
    return await work()
  } catch (error) {
    if (error instanceof Error) error.stack = `${error.name}: ${error.message}\n${framesOf(site.stack)}`
    throw error
  }
}

function framesOf(stack: string): string {
  return stack.slice(stack.indexOf('\n') + 1)
}
