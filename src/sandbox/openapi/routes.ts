import type { ApiName } from '../../contract/words/index.ts'
import type { Api } from '../http/api.ts'
import { send } from '../http/send.ts'
import type { OpenApiDocument } from './document.ts'

/** Any page may read the document, so that an editor in a browser can: it says nothing that is not published. */
const HEADERS = { 'Access-Control-Allow-Origin': '*' }

/** Serves an API's own description, where Debitura publishes it and where ASP.NET does. It takes no key. */
export function serveOpenApi(api: Api, name: ApiName, describe: () => Promise<OpenApiDocument>): void {
  for (const path of [`/openapi/${name}-api.json`, '/swagger/v1/swagger.json']) {
    api.get(path, async (c) => {
      const text = JSON.stringify(await describe())
      return send(c, { status: 200, text, headers: HEADERS })
    })
  }
}
