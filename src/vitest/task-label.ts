/** The part of Vitest's task that names it. */
export interface NamedTask {
  readonly name: string
  readonly suite?: NamedTask | undefined
  readonly file?: { readonly name: string } | undefined
}

/** What a person calls a test: its file, its suites and its name. */
export function taskLabel(task: NamedTask): string {
  const names: string[] = []
  for (let named: NamedTask | undefined = task; named; named = named.suite) {
    if (named.name !== '') names.unshift(named.name)
  }
  return [task.file?.name, ...names].filter((name) => name !== undefined).join(' > ')
}
