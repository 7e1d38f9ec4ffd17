import { retry } from '../webhooks/retry.ts'
import type { AppointmentKind } from './agenda.ts'
import type { CarryOut } from './timekeeper.ts'

const BY_KIND: { readonly [Kind in AppointmentKind]?: CarryOut } = {
  delivery: (world, { id }) => retry(world, id),
}

/** Does what is due, by the kind of the appointment. */
export const carryOut: CarryOut = (world, appointment) => BY_KIND[appointment.kind]?.(world, appointment)
