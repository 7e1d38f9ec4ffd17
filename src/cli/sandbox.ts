import { API_NAMES, API_TITLES } from '../contract/index.ts'
import { type Behaviours, createSandbox } from '../sandbox/index.ts'

/** What the command line says. Values are as they were typed. */
interface Flags {
  readonly port: number | string
  readonly environment: string
  readonly rateLimits?: boolean
  readonly behaviour?: string | readonly string[]
}

/** Runs a sandbox until it is told to stop, and says how to reach it. */
export async function runSandbox({ port, environment, rateLimits, behaviour = [] }: Flags): Promise<void> {
  const sandbox = await createSandbox({
    port: Number(port),
    // The sandbox refuses any other word, and says which there are.
    environment: environment as 'test' | 'production',
    rateLimits: rateLimits ?? false,
    // The sandbox refuses what is no behaviour or none of its values.
    behaviours: Object.fromEntries([behaviour].flat().map(choiceOf)) as Partial<Behaviours>,
  })
  const lines = API_NAMES.map((api) => `  ${API_TITLES[api].padEnd(24)}${sandbox.urls[api]}`)
  const variables = Object.entries(sandbox.variables()).map(([name, value]) => `  export ${name}=${value}`)
  process.stdout.write(
    `Debitura sandbox\n\n${lines.join('\n')}\n\n` +
      `Every key 'sandbox-<world>' is a world of its own. To point a test run or an application at it:\n\n${variables.join('\n')}\n\n` +
      'Stop it with Ctrl-C.\n',
  )
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.close())
}

/** Reads `name=value`; `true` and `false` are no text. */
function choiceOf(text: string): [string, string | boolean] {
  const [name = '', ...rest] = text.split('=')
  const value = rest.join('=')
  return [name, value === 'true' || (value === 'false' ? false : value)]
}
