import { AGENT, aboutNobody, aboutNoId, ask } from '../given.ts'
import type { Cast, Scenarios } from '../story.ts'

const ofCase = (id: string) => `/cases/${id}/tasks`

/** A case whose partner wrote, and waits for a reply. */
async function givenTask({ partner, world }: Cast): Promise<string> {
  const { id } = world.seedCase({ creditorReference: 'INV-1' })
  await partner('POST', `/cases/${id}/chats`, { message: 'Well?', ...AGENT })
  world.seedCase({ lifecycle: 'NeedsAdditionalDetails' })
  return id
}

export const tasks: Scenarios = {
  'GET /cases/{id}/tasks': {
    200: async (cast) => cast.customer('GET', ofCase(await givenTask(cast))),
    ...aboutNobody('customer', 'GET', ofCase),
    ...aboutNoId('customer', 'GET', ofCase),
  },
  'GET /tasks': {
    200: async (cast) => {
      await givenTask(cast)
      return cast.customer('GET', '/tasks')
    },
    400: ask('customer', 'GET', '/tasks?PageSize=0'),
  },
}
