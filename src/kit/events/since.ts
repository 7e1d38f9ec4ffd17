import { utc } from '../../contract/words/index.ts'
import { invalid } from '../invalid.ts'

/** What else `Date.parse` takes, it takes in a time zone of its own. */
const ISO = /^\d{4}-\d\d-\d\d/

/** Whether something was recorded at a given time or later. Without a time, everything was. */
export function since(time: string | Date | undefined): (row: { readonly createdAt: string }) => boolean {
  if (time === undefined) return () => true
  const from = isDate(time) ? time.getTime() : ISO.test(time) ? utc(time) : Number.NaN
  if (Number.isNaN(from)) {
    throw invalid(
      'Failed to read the events of a case',
      `\`since\` is ${JSON.stringify(time)}, which is no time`,
      'Give a Date, or a time as ISO 8601 has it',
    )
  }
  return ({ createdAt }) => utc(createdAt) >= from
}

/** Jest's tests have a `Date` of their own realm, of which none elsewhere is an instance. */
function isDate(time: string | Date): time is Date {
  return Object.prototype.toString.call(time) === '[object Date]'
}
