import type { Delivery } from '../../protocol/index.ts'
import type { Received } from './receiver.ts'

/** A delivery that came, before it is known whose it is. */
export type Arrival = Omit<Delivery, 'nth' | 'isDuplicate'> & {
  /** Its place among all that came to the run. */
  readonly order: number
  /** Names the subscription. */
  readonly marker: string
  /** What it is about: ids of a case and of a client. */
  readonly subjects: readonly string[]
  answered: number | undefined
}

/** Reads what came. What is wrong with it is kept, for whoever looks. */
export function readArrival(
  { headers, receivedAt }: Received,
  body: Buffer,
  {
    marker,
    order,
    signatureProblem,
    subjects,
  }: Pick<Arrival, 'marker' | 'order' | 'signatureProblem' | 'subjects'>,
): Arrival {
  const rawBody = body.toString('utf8')
  const payload = parsed(rawBody)
  const data = field(payload, 'data')
  return {
    marker,
    order,
    event: textOf(headers['x-debitura-event']) ?? textOf(field(payload, 'event')),
    id: textOf(field(payload, 'id')),
    payload,
    rawBody,
    headers,
    receivedAt,
    signatureProblem,
    isReplay: headers['x-debitura-replay'] === 'true',
    isPing: headers['x-debitura-test'] === 'true',
    answered: undefined,
    subjects: [
      ...subjects,
      ...[field(data, 'caseId'), field(data, 'externalTenantId')].flatMap((subject) => textOf(subject) ?? []),
    ],
  }
}

/** The case that an envelope is about. */
export function caseIdOf(payload: unknown): string | undefined {
  return textOf(field(field(payload, 'data'), 'caseId'))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function field(of: unknown, name: string): unknown {
  // Whatever it is, a name that it does not have is undefined.
  return Object(of)[name]
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
