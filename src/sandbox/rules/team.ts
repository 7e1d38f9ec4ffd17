import { createHash } from 'node:crypto'
import { badRequest } from '../http/refusal.ts'
import type { World } from '../store/world.ts'

/** Somebody who acts for an account. */
export interface Member {
  readonly id: string
  /** Stands for the person in chats, where ids are numbers. */
  readonly number: number
  readonly name: string
  readonly email: string
}

type Person = Omit<Member, 'id'>

/** Numbers that no client's user takes. */
const CREDITOR_TEAM: readonly Person[] = [
  { number: 1_000_001, name: 'Clara Creditor', email: 'clara@creditor.example' },
  { number: 1_000_002, name: 'Carl Creditor', email: 'carl@creditor.example' },
]

const PARTNER_TEAM: readonly Person[] = [
  { number: 2_000_001, name: 'Ada Partner', email: 'ada@partner.example' },
  { number: 2_000_002, name: 'Agnes Agent', email: 'agent@partner.example' },
]

/** The people of an account: the same in every world, but for a client, which brings its own. */
export function teamOf(world: World, accountId: string): readonly Member[] {
  return peopleOf(world, accountId).map((person) => ({ ...person, id: idOf(accountId, person.number) }))
}

/** Who acts with a key, which belongs to no person: the first of the account's team. */
export function keyHolder(world: World, accountId: string) {
  const [holder] = peopleOf(world, accountId)
  return { userId: holder?.number ?? 0, userName: holder?.name ?? null }
}

function peopleOf(world: World, accountId: string): readonly Person[] {
  if (accountId === world.creditor.profile.id) return CREDITOR_TEAM
  if (accountId === world.collectionPartner.id) return PARTNER_TEAM
  const users = world.clients.byCreditor(accountId)?.users ?? []
  return users.map(({ id, name, email }) => ({ number: id, name, email }))
}

/** A UUID that follows from whose person it is, so that nothing has to remember it. */
function idOf(accountId: string, number: number): string {
  const hex = createHash('sha256').update(`${accountId} ${number}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** How a request names a person. */
interface Named {
  readonly userEmail?: string | null | undefined
  readonly userId?: string | null | undefined
}

/** The person that a request names, where it names one; the address decides. Somebody else's is a 400. */
export function namedMember(
  world: World,
  accountId: string,
  { userEmail, userId }: Named,
): Member | undefined {
  const team = teamOf(world, accountId)
  if (userEmail != null && userEmail !== '') {
    const member = team.find(({ email }) => email.toLowerCase() === userEmail.toLowerCase())
    if (member !== undefined) return member
    throw badRequest(
      'InvalidUserEmail',
      `'${userEmail}' is not an active member of your team; see GET /users.`,
    )
  }
  if (userId == null) return undefined
  const member = team.find(({ id }) => id === userId.toLowerCase())
  if (member !== undefined) return member
  throw badRequest('InvalidUserId', `'${userId}' is not an active member of your team; see GET /users.`)
}

/** The person who acts, whom a request has to name. @see docs.debitura.com, send chat messages */
export function actingMember(world: World, accountId: string, named: Named): Member {
  const member = namedMember(world, accountId, named)
  if (member !== undefined) return member
  throw badRequest('MissingUserIdentifier', 'Either userEmail or userId must be provided.')
}
