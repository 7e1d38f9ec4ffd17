/**
 * Webhooks without a server, a run or a network: payloads as Debitura sends them, signed and verified as Debitura does.
 * Loads no package, and starts nothing.
 * @module
 */
export type { EventPayload } from '../contract/shapes/index.ts'
export {
  checkSignature,
  type HeaderValue,
  type SignatureProblem,
  type SignatureVerdict,
} from './check-signature.ts'
export type { DeliveryHeaders } from './delivery-headers.ts'
export { type SampleOptions, sample } from './sample.ts'
export type { Secret } from './secret.ts'
export type { ApiSending, DefaultApi } from './sender.ts'
export { type SignedDelivery, type SignOptions, sign } from './sign.ts'
export { type VerifyOptions, verify } from './verify.ts'
