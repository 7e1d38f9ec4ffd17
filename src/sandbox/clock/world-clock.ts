/** Where a clock stands against the time it is made from: data, so that a snapshot can hold it. */
export interface ClockState {
  /** How far it was moved forward, in milliseconds. */
  readonly ahead: number
  /** The moment it is frozen at, in milliseconds since 1970; `null` while it runs. */
  readonly frozenAt: number | null
}

/** The time of one world: the machine's, until somebody moves it forward or freezes it. It never goes back. */
export class WorldClock {
  readonly #machine: () => Date
  #state: ClockState = { ahead: 0, frozenAt: null }
  #written = { milliseconds: Number.NaN, text: '' }

  constructor(machine: () => Date) {
    this.#machine = machine
  }

  get state(): ClockState {
    return this.#state
  }

  get isFrozen(): boolean {
    return this.#state.frozenAt !== null
  }

  /** Whether it may show another time than the machine it is made from. */
  get isMoved(): boolean {
    return this.isFrozen || this.#state.ahead > 0
  }

  /** The time, in milliseconds since 1970. */
  milliseconds(): number {
    const { frozenAt, ahead } = this.#state
    return frozenAt ?? this.#machine().getTime() + ahead
  }

  now(): Date {
    return new Date(this.milliseconds())
  }

  /** The time as ISO 8601 in UTC. It is written once for all that happens in one millisecond. */
  text(): string {
    const milliseconds = this.milliseconds()
    if (this.#written.milliseconds !== milliseconds) {
      this.#written = { milliseconds, text: new Date(milliseconds).toISOString() }
    }
    return this.#written.text
  }

  /** Stops at the present moment. */
  freeze(): void {
    this.#state = { ...this.#state, frozenAt: this.milliseconds() }
  }

  /** Runs on from where it stands. */
  run(): void {
    const ahead = this.milliseconds() - this.#machine().getTime()
    this.#state = { ahead, frozenAt: null }
  }

  /** Goes on to a moment, if it is still to come. */
  moveTo(milliseconds: number): void {
    const forward = Math.max(0, milliseconds - this.milliseconds())
    const { ahead, frozenAt } = this.#state
    this.#state =
      frozenAt === null ? { ahead: ahead + forward, frozenAt } : { ahead, frozenAt: frozenAt + forward }
  }

  /** Takes on another clock's standing. */
  restore(state: ClockState): void {
    this.#state = state
  }
}
