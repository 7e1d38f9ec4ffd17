import type { Debitura } from '../debitura.ts'
import type { Api } from '../http/api.ts'
import type { Exchange } from '../http/bindings.ts'
import { unsuccessText } from '../http/check-answer.ts'
import { notFound, refusal } from '../http/refusal.ts'
import { type Answer, send } from '../http/send.ts'
import { FILE_PATH } from './file-links.ts'

/** Serves uploaded files by their links. A link is all that it takes: no key is asked for. */
export function serveFiles(api: Api, debitura: Debitura): void {
  api.get(FILE_PATH, (c) => {
    try {
      return send(c, download(c, debitura))
    } catch (error) {
      return send(c, unsuccessText(error))
    }
  })
}

function download(c: Exchange, debitura: Debitura): Answer {
  const { world: name = '', caseId = '', fileId = '' } = c.req.param() as Readonly<Record<string, string>>
  const world = debitura.existingWorld(name)
  const now = world?.clock.milliseconds() ?? debitura.settings.now().getTime()
  const { searchParams } = new URL(c.req.url)
  if (!debitura.fileLinks.opens({ world: name, caseId, fileId }, searchParams, now)) {
    throw refusal(
      403,
      'AuthenticationFailed',
      'The link has expired, or it is not signed. Read the file again.',
    )
  }
  const file = world?.cases.byId(caseId)?.dossier?.files.find(({ id }) => id === fileId)
  if (file === undefined) throw notFound('file with this id')
  return {
    status: 200,
    text: '',
    bytes: file.bytes,
    type: file.mediaType,
    headers: {
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
      'X-Content-Type-Options': 'nosniff',
    },
  }
}
