import type { DocumentType } from '../../contract/words/index.ts'
import type { CaseRecord } from './case-record.ts'
import type { QuoteRequestRecord } from './quote-record.ts'
import type { TaskRecord } from './task-record.ts'

/** A message about a case. */
export interface ChatRecord {
  readonly id: string
  readonly dateCreated: string
  readonly from: 'creditor' | 'partner'
  readonly author: { readonly id: number; readonly name: string; readonly email: string }
  readonly message: string
}

/** A file of a case, with what is in it. */
export interface FileRecord {
  readonly id: string
  readonly dateCreated: string
  readonly fileName: string
  readonly mediaType: string
  readonly documentType: DocumentType
  readonly description: string | null
  readonly bytes: Uint8Array
}

/** What gathers around a case besides its payments and its timeline. It goes when the case goes. */
export interface Dossier {
  /** Oldest first. */
  readonly chats: ChatRecord[]
  /** What its collection partner said when it closed the case. */
  closeComment?: string | null
  /** Oldest first; the last one may be open. */
  readonly quoteRequests: QuoteRequestRecord[]
  /** Oldest first. */
  readonly tasks: TaskRecord[]
  /** Oldest first. */
  readonly files: FileRecord[]
}

/** A case's dossier, opened when something first goes into it: most cases of a test run never have one. */
export function dossierOf(record: CaseRecord): Dossier {
  record.dossier ??= { chats: [], files: [], quoteRequests: [], tasks: [] }
  return record.dossier
}
