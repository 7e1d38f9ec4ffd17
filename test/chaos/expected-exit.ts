import type { Plan, Round } from './draw.ts'

/**
 * The exit code that a run has to have, where that is certain: without faults that may fail tests, and where nothing
 * races its own end.
 */
export function expectedExit(plan: Plan, faults: Round['faults'], came: boolean): string | undefined {
  if (faults.some(({ kind }) => kind !== 'delay') || !came) return undefined
  switch (plan.end.name) {
    case 'normal':
    case 'failing tests':
      return plan.failing.length > 0 ? '1' : '0'
    case 'vitest list':
      return '0'
    case 'SIGINT to main':
      return '130'
    case 'SIGTERM to main':
      return '143'
    default:
      return undefined
  }
}
