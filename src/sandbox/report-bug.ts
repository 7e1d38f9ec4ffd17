/** Tells on the terminal of something that should not happen, and that nobody waits for who could be told. */
export function reportBug(failedTo: string, error: unknown): void {
  console.error(`The sandbox failed to ${failedTo}, which is a bug of the sandbox.`, error)
}
