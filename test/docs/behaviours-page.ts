import { BEHAVIOURS } from '../../src/sandbox/index.ts'

/** Writes the page that lists every behaviour. */
export function behavioursPage(): string {
  const sections = Object.entries(BEHAVIOURS).map(([name, { values, default: usual, why, source }]) =>
    [
      `## ${name}`,
      '',
      `${values.map((value) => (value === usual ? `**\`${value}\`** (default)` : `\`${value}\``)).join(' or ')}`,
      '',
      why,
      '',
      `Source: ${source}`,
      '',
    ].join('\n'),
  )
  return [
    '# Behaviours',
    '',
    '<!-- Written by `npm run docs`. -->',
    '',
    `Where Debitura's documentation is silent or contradicts itself, the sandbox has to choose. These are its ${sections.length}`,
    'choices. A test run that depends on one should pass with each of its values.',
    '',
    'They are chosen for a sandbox, `createSandbox({ behaviours: { naiveTimestamps: false } })` or',
    '`debitura-testkit sandbox --behaviour naiveTimestamps=false`, and for one world of it,',
    "`sandbox.world('w').behave({ naiveTimestamps: false })` or `PATCH /_sandbox/worlds/w/behaviours`.",
    '',
    ...sections,
  ].join('\n')
}
