import type { World } from '../store/world.ts'

/** When a delivery is signed: receivers compare it with their own clock, which is the machine's. */
export const signingTime = ({ behaviours, clock, debitura }: World): Date =>
  behaviours.signatureTime === 'world' ? clock.now() : debitura.settings.now()
