import { UNSAID } from './compare-schemas.ts'
import type { Deliberate } from './difference.ts'

/** Where our documents differ from the published ones, and why. Whatever is not here must not differ. */
export const DELIBERATE_DIFFERENCES: readonly Deliberate[] = [
  {
    reason: 'A published refusal without a body carries the usual error body.',
    part: /^answer [45]/,
    kind: 'extra',
    ours: 'a body',
  },
  {
    reason:
      'Where an answer refers to another schema, OpenAPI 3.0 cannot say that it may be null. ASP.NET writes null for what is not there.',
    part: /^answer/,
    kind: 'nullable',
    published: UNSAID,
    ours: true,
  },
  {
    reason: 'The published forms do not say whether other fields are taken. Ours say which are read.',
    part: 'form',
    at: '{}',
    kind: 'additionalProperties',
    ours: false,
  },
  {
    reason:
      'The KYC status is published as an enum of PascalCase names, and its description says that the wire has not_required, pending and verified.',
    api: 'referral-partner',
    part: /^answer/,
    at: /kycStatus$/,
    kind: 'enum',
    ours: undefined,
  },
  {
    reason:
      'What a conflict about a client carries is published without a type; the text names its properties.',
    operation: 'POST /clients',
    part: 'answer 409',
    at: /^data/,
  },
  {
    reason:
      'The error reference shows a client’s cases that do not hold as validationErrors beside the usual error body.',
    operation: 'POST /clients',
    part: 'answer 400',
    kind: 'additionalProperties',
    isInAnswers: true,
  },
]
