/** Messages by field, as they are found. */
export class FieldMessages {
  readonly #messages = new Map<string, string[]>()

  add(field: string, message: string): void {
    this.#messages.set(field, [...(this.#messages.get(field) ?? []), message])
  }

  /** The messages; `undefined` where there is none. */
  found(): Record<string, string[]> | undefined {
    return this.#messages.size === 0 ? undefined : Object.fromEntries(this.#messages)
  }
}

/** Whether text is missing or blank. */
export const isBlank = (text: string | null | undefined): text is null | undefined | '' =>
  text === undefined || text === null || text.trim() === ''
