import type { StewardClient } from '../kit/index.ts'

/** A line of Playwright's report on a test. */
export interface Annotation {
  readonly type: string
  readonly description: string
}

/** As the steward, and notes each case and client that it makes. */
export function noting(steward: StewardClient, note: (annotation: Annotation) => void): StewardClient {
  return {
    get address() {
      return steward.address
    },
    call: (name, ...given) =>
      steward.call(name, ...given).then((answer) => {
        const annotation = annotationOf(name, answer)
        if (annotation) note(annotation)
        return answer
      }),
  }
}

/** Names what was made as Debitura's own pages do; `undefined` where nothing was. */
function annotationOf(call: Parameters<StewardClient['call']>[0], answer: unknown): Annotation | undefined {
  switch (call) {
    case 'createCase':
    case 'createManagedCase': {
      // The answer to either call is a case.
      const { id, reference } = answer as { readonly id: string; readonly reference: string | null }
      return { type: 'debitura case', description: reference === null ? id : `${reference} (${id})` }
    }
    case 'createClient': {
      // The answer is a client.
      const { externalTenantId } = answer as { readonly externalTenantId: string }
      return { type: 'debitura client', description: externalTenantId }
    }
  }
}
