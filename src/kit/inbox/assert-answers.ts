import type { WebhookAnswer } from '../../protocol/index.ts'
import { assertOptions } from '../assert-options.ts'
import { invalid } from '../invalid.ts'
import { milliseconds } from '../timeouts.ts'

/** Refuses answers that cannot be given. Types say so already; this is for JavaScript. */
export function assertAnswers(answers: unknown, what: string): asserts answers is readonly WebhookAnswer[] {
  if (!Array.isArray(answers)) {
    throw invalid(what, '`answers` is no list', 'Give one: `[{ status: 500 }, { status: 200 }]`')
  }
  for (const answer of answers) assertAnswer(answer, what)
}

function assertAnswer(answer: unknown, what: string): void {
  if (typeof answer !== 'object' || answer === null) {
    throw invalid(
      what,
      `an answer is ${JSON.stringify(answer)}`,
      'Give a status, a delay, or both: `{ status: 500 }`',
    )
  }
  assertOptions(answer, ['status', 'delay'], what)
  const { status, delay } = answer as { readonly status?: unknown; readonly delay?: unknown }
  if (delay !== undefined) milliseconds(delay, 'delay', what)
  if (status === undefined) return
  if (typeof status === 'number' && Number.isInteger(status) && status >= 200 && status <= 599) return
  throw invalid(what, `\`status\` is ${JSON.stringify(status)}`, 'Give an HTTP status from 200 to 599')
}
