import { type ApiName, type Environment, RUN_VARIABLES } from '../contract/words/index.ts'
import type { Run } from '../steward/index.ts'
import type { Colors } from './summary.ts'

/** The first line of a run: where its calls go, and its tag. */
export function startLine({ address, settings }: Pick<Run, 'address' | 'settings'>, colors: Colors): string {
  const { environment, tag, urls } = address
  const place = settings.embedded
    ? `${environment} (embedded)`
    : `${environment} (${placeOf(environment, urls)})`
  const lines = [`${colors.bold('debitura')}  ${place}  ${colors.dim(tag)}`]
  if (address.receiver)
    lines.push(colors.dim(`  webhooks are received at ${address.receiver}: let the tunnel lead there`))
  if (settings.unused.length > 0) {
    const why = settings.embedded
      ? `not used in the sandbox. For the real service set ${RUN_VARIABLES.environment} too.`
      : 'not used: there is no URL for that API here.'
    lines.push(colors.yellow(`  ${settings.unused.join(', ')}: set, and ${why}`))
  }
  return `${lines.join('\n')}\n`
}

/** The APIs of one sandbox differ by port only: the first names it. */
function placeOf(environment: Environment, urls: Readonly<Partial<Record<ApiName, string>>>): string {
  const hosts = [...new Set(Object.values(urls).map((url) => new URL(url).host))]
  return environment === 'sandbox' ? `${hosts[0]}` : hosts.join(', ')
}
