import type { CaseFile } from '../../contract/shapes/index.ts'
import type { CaseRecord } from '../store/case-record.ts'
import type { FileRecord } from '../store/dossier.ts'
import type { World } from '../store/world.ts'
import { type TimeStyle, written } from './timestamp.ts'

/** The files of a case, oldest first. */
export const filesView = (world: World, record: CaseRecord, style: TimeStyle): CaseFile[] =>
  (record.dossier?.files ?? []).map((file) => fileView(world, record, file, style))

/** A file of a case, with a link that works for a while. */
export function fileView(world: World, record: CaseRecord, file: FileRecord, style: TimeStyle): CaseFile {
  const { urls, fileLinks } = world.debitura
  const address = { world: world.name, caseId: record.id, fileId: file.id }
  return {
    id: file.id,
    dateCreated: written(file.dateCreated, style),
    dateUpdated: written(file.dateCreated, style),
    caseId: record.id,
    entityType: 'Case',
    entityId: record.id,
    fileName: file.fileName,
    url: `${urls.customer}${fileLinks.sign(address, world.clock.milliseconds())}`,
    description: file.description,
    documentType: file.documentType,
  }
}
