import { randomUUID } from 'node:crypto'
import type { Upload } from '../../../contract/shapes/index.ts'
import type { DocumentType } from '../../../contract/words/index.ts'
import type { CaseRecord, TimelineEntry } from '../../store/case-record.ts'
import { dossierOf, type FileRecord } from '../../store/dossier.ts'
import type { World } from '../../store/world.ts'
import { note } from '../cases/drive-case.ts'

/** A checked file, what it is, and who brings it. */
interface NewFile {
  readonly upload: Upload
  readonly documentType: DocumentType
  readonly description?: string | undefined
  readonly actor: TimelineEntry['actor']
}

/** Puts a file to a case. */
export function addFile(world: World, record: CaseRecord, request: NewFile): FileRecord {
  const { upload, documentType, actor } = request
  const file: FileRecord = {
    id: randomUUID(),
    dateCreated: world.now(),
    // Some browsers send a path.
    fileName: upload.name.split(/[/\\]/).at(-1) ?? upload.name,
    mediaType: upload.type || 'application/octet-stream',
    documentType,
    description: request.description || null,
    bytes: upload.bytes,
  }
  dossierOf(record).files.push(file)
  note(record, {
    date: file.dateCreated,
    type: 'FileUploaded',
    title: 'File uploaded',
    description: `${file.fileName} was uploaded.`,
    actor,
  })
  return file
}
