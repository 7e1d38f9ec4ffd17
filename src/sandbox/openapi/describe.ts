import type { ApiName } from '../../contract/words/index.ts'
import type { OpenApiDocument } from './document.ts'

/** Describes an API; what that takes is loaded when a description is first asked for. */
export async function describeApi(api: ApiName, url: string): Promise<OpenApiDocument> {
  const { openApiDocument } = await import('./document.ts')
  return openApiDocument(api, url)
}
