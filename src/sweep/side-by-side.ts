/** Works on things side by side, so many at a time; no more are begun once the signal says stop. */
export async function sideBySide<Thing>(
  things: readonly Thing[],
  { atOnce, stop }: { readonly atOnce: number; readonly stop: AbortSignal },
  work: (thing: Thing) => Promise<void>,
): Promise<void> {
  const coming = things.values()
  const worker = async () => {
    for (const thing of coming) {
      if (stop.aborted) return
      await work(thing)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, things.length) }, worker))
}
