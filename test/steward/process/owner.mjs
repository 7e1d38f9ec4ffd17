/** A script that owns a run, and ends in the way that its argument says. */
const [, , kit, ending] = process.argv
if (ending === 'without a process') process.execPath = '/nowhere/node'
const { startRun } = await import(kit)

if (ending === 'refused') {
  const error = await startRun({ customerApiKey: 'a-real-secret-key' }).catch((reason) => reason)
  console.log(JSON.stringify({ code: error.code, message: error.message }))
} else {
  const run = await startRun()
  const client = await run.debitura.clients.onboard()
  await client.cases.create()
  await run.debitura.cases.create()
  console.log(JSON.stringify({ externalTenantId: client.externalTenantId }))
  if (ending === 'loses its steward') {
    const { readFileSync } = await import('node:fs')
    const [steward] = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ')
    process.kill(Number(steward), 'SIGKILL')
    const { code, message } = await run.end().catch((reason) => reason)
    console.log(JSON.stringify({ code, message }))
  } else if (ending === 'is killed') setInterval(() => undefined, 1_000)
  else if (ending === 'exits') process.exit(3)
  else if (ending === 'throws') throw new Error('a mistake in the script')
  else if (ending !== 'forgets') console.log(JSON.stringify(await run.end()))
}
