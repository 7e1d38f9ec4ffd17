import { expireLink } from '../rules/clients/request-link.ts'
import { completeKycOf } from '../rules/contracts/verify-kyc.ts'
import { ingest } from '../rules/dossier/ingest.ts'
import { retry } from '../webhooks/retry.ts'
import type { AppointmentKind } from './agenda.ts'
import type { CarryOut } from './timekeeper.ts'

const BY_KIND: { readonly [Kind in AppointmentKind]?: CarryOut } = {
  'kyc-check': (world, { id }) => completeKycOf(world, id),
  'link-expiry': (world, { id }) => expireLink(world, id),
  ingestion: (world, { id }) => ingest(world, id),
  delivery: (world, { id }) => retry(world, id),
}

/** Does what is due, by the kind of the appointment. */
export const carryOut: CarryOut = (world, appointment) => BY_KIND[appointment.kind]?.(world, appointment)
