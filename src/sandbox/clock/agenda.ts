/** What a world does by itself once its time has come. */
export type AppointmentKind = 'delivery' | 'ingestion' | 'kyc-check' | 'link-expiry'

/** Something that is due at a moment, about the thing with an id. */
export interface Appointment {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly kind: AppointmentKind
  readonly id: string
}

/** What a world still has to do, in the order in which it falls due. One appointment per kind and id. */
export class Agenda {
  /** In order; of two at the same moment, the one that was made first. */
  readonly #appointments: Appointment[] = []
  readonly #byName = new Map<string, Appointment>()
  /** Told of every change, so that somebody can wake up in time. */
  onChange: (() => void) | undefined

  /** Makes an appointment, in the place of the one there was about the same thing. */
  add(appointment: Appointment): void {
    this.#drop(nameOf(appointment))
    this.#byName.set(nameOf(appointment), appointment)
    // Most appointments are later than all others.
    const before = this.#appointments.findLastIndex(({ at }) => at <= appointment.at)
    this.#appointments.splice(before + 1, 0, appointment)
    this.onChange?.()
  }

  cancel(kind: AppointmentKind, id: string): void {
    if (this.#drop(nameOf({ kind, id }))) this.onChange?.()
  }

  /** What comes next; `undefined` where nothing does. */
  next(): Appointment | undefined {
    return this.#appointments[0]
  }

  /** Takes out what comes next, if it is due by a moment. */
  takeDue(by: number): Appointment | undefined {
    const next = this.next()
    if (next === undefined || next.at > by) return undefined
    this.#drop(nameOf(next))
    return next
  }

  all(): readonly Appointment[] {
    return this.#appointments
  }

  #drop(name: string): boolean {
    const known = this.#byName.get(name)
    if (known === undefined) return false
    this.#byName.delete(name)
    this.#appointments.splice(this.#appointments.indexOf(known), 1)
    return true
  }
}

const nameOf = ({ kind, id }: Pick<Appointment, 'kind' | 'id'>) => `${kind} ${id}`
