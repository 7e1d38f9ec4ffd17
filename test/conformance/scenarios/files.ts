import { document } from '../../sandbox/upload.ts'
import { aboutNobody, aboutNoId, givenCase, givenManagedCase } from './given.ts'
import type { Cast, Scenarios, Story } from './story.ts'

const files = (id: string) => `/cases/${id}/files`

/** A form with a file in it, unless told otherwise. */
export function form(fields: Readonly<Record<string, string | File>> = { File: document() }): FormData {
  const filled = new FormData()
  for (const [name, value] of Object.entries(fields)) filled.append(name, value)
  return filled
}

const FULL = { File: document(), DocumentType: 'DemandLetter', Description: 'Sent in May' }
const MEGABYTE = 1_048_576
const TOO_LARGE = { File: document('invoice.pdf', new Uint8Array(26 * MEGABYTE)) }

const toMerged: Story = async ({ partner, world }) =>
  partner('POST', files(world.seedCase({ lifecycle: 'Merged' }).id), form())

/** Documents of a case, which two APIs publish alike. */
export function caseFiles(who: 'customer' | 'partner'): Scenarios {
  const given = (cast: Cast) => (who === 'customer' ? givenCase : givenManagedCase)(cast, 'active')
  const sending = (fields: Readonly<Record<string, string | File>>) => async (cast: Cast) =>
    cast[who]('POST', files(await given(cast)), form(fields))
  const merged: Scenarios[string] = who === 'partner' ? { 409: toMerged } : {}
  return {
    'GET /cases/{id}/files': {
      200: async (cast) => {
        const path = files(await given(cast))
        await cast[who]('POST', path, form())
        return cast[who]('GET', path)
      },
      ...aboutNobody(who, 'GET', files),
      ...aboutNoId(who, 'GET', files),
    },
    'POST /cases/{id}/files': {
      200: sending(FULL),
      400: sending({ Description: 'No file' }),
      ...aboutNobody(who, 'POST', files, form()),
      413: sending(TOO_LARGE),
      415: sending({ File: document('program.exe') }),
      ...merged,
    },
  }
}
