/** What several share, by key: made for the first who asks for it, and anew once it is gone or could not be made. */
export class SharedMaking<Made> {
  readonly #isGone: (made: Made) => boolean
  readonly #made = new Map<string, Promise<Made>>()

  constructor(isGone: (made: Made) => boolean) {
    this.#isGone = isGone
  }

  /** @throws whatever kept it from being made */
  async get(key: string, make: () => Promise<Made>): Promise<Made> {
    const making = this.#made.get(key) ?? make()
    this.#made.set(key, making)
    const forget = () => {
      if (this.#made.get(key) === making) this.#made.delete(key)
    }
    const made = await making.catch((error: unknown) => {
      forget()
      throw error
    })
    if (!this.#isGone(made)) return made
    forget()
    return this.get(key, make)
  }
}
