import * as v from 'valibot'
import { textOrNull, uuid } from './field.ts'
import { Page } from './page.ts'

/** Somebody who acts for an account. */
export const TeamMember = v.object({ id: uuid, name: textOrNull, email: textOrNull })
/** Somebody who acts for an account. */
export type TeamMember = v.InferOutput<typeof TeamMember>

/** A page of an account's team. @see Customer API, `GET /users` */
export const UserList = v.object({ page: Page, users: v.nullish(v.array(TeamMember), []) })
/** A page of an account's team. */
export type UserList = v.InferOutput<typeof UserList>
