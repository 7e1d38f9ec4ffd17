#!/usr/bin/env node
/**
 * The command `debitura-testkit`.
 * @module
 */
import { cac } from 'cac'
import { VERSION } from '../debitura/index.ts'
import { DebituraTestkitError } from '../errors/index.ts'
import { runSandbox } from './sandbox.ts'
import { runSweep } from './sweep.ts'

const cli = cac('debitura-testkit')

cli
  .command('sandbox', 'Run a Debitura on loopback until it is stopped')
  .option('--port <port>', 'Port of the Customer API; the other two APIs take the next ones. 0 means any', {
    default: 4010,
  })
  .option('--environment <name>', "Which of Debitura's environments to be: test or production", {
    default: 'test',
  })
  .option('--rate-limits', 'Limit calls as Debitura does')
  .option('--behaviour <name=value>', 'Choose where the documentation is silent; may be given several times')
  .action(runSandbox)

cli
  .command(
    'sweep',
    'Delete what runs that are over left behind. Says only what it would delete, unless --yes',
  )
  .option('--remote', 'Look through Debitura too, without any journal, for what bears the marker of a run')
  .option(
    '--older-than <age>',
    'With --remote: leave alone what is younger. A number and m, h or d; 3h if not given',
  )
  .option('--yes', 'Delete it')
  .option('--environment <name>', 'sandbox, test or production; otherwise DEBITURA_ENVIRONMENT says it')
  .option('--host <host>', 'In production with --yes: each host that something is deleted at, typed again')
  .option('--json', 'Write the result to standard output as JSON')
  .action(runSweep)
cli.help()
cli.version(VERSION)

try {
  cli.parse(process.argv, { run: false })
  if (!cli.matchedCommand && cli.args.length > 0)
    fail(`There is no command '${cli.args.join(' ')}'. See debitura-testkit --help.`)
  else if (!cli.matchedCommand && !cli.options.help && !cli.options.version) cli.outputHelp()
  else await cli.runMatchedCommand()
} catch (error) {
  // A CACError is about what was typed, and the kit's errors say what to do: neither needs a stack.
  const expected =
    error instanceof DebituraTestkitError || (error instanceof Error && error.name === 'CACError')
  fail(expected ? error.message : String(error instanceof Error ? error.stack : error))
}

/** A sweep says with 1 that something is left; that it could not do its work is 2, as of diff and grep. */
function fail(message: string): void {
  process.stderr.write(`${message}\n`)
  process.exitCode = cli.matchedCommandName === 'sweep' ? 2 : 1
}
