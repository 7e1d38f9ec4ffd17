import { readFileSync } from 'node:fs'
import ts from 'typescript'

/** One import of a module, however it is written. */
export interface Import {
  readonly from: string
  /** Whether types alone are imported, so that nothing is left of it when it runs. */
  readonly typeOnly: boolean
  /** Whether it happens on the way, with `import()`. */
  readonly dynamic: boolean
}

/** Every import of a file, and every export from another. */
export function importsOf(file: string): readonly Import[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)
  const found: Import[] = []
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      found.push({ from: textOf(node.moduleSpecifier), typeOnly: isTypeOnly(node), dynamic: false })
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [from] = node.arguments
      if (from) found.push({ from: textOf(from), typeOnly: false, dynamic: true })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function textOf(node: ts.Node): string {
  return ts.isStringLiteralLike(node) ? node.text : '(computed)'
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) {
    const { exportClause } = node
    return node.isTypeOnly || (!!exportClause && ts.isNamedExports(exportClause) && allTypes(exportClause))
  }
  const { importClause } = node
  if (!importClause) return false
  const { namedBindings } = importClause
  return (
    importClause.phaseModifier === ts.SyntaxKind.TypeKeyword ||
    (!importClause.name && !!namedBindings && ts.isNamedImports(namedBindings) && allTypes(namedBindings))
  )
}

function allTypes({ elements }: ts.NamedImports | ts.NamedExports): boolean {
  return elements.every(({ isTypeOnly }) => isTypeOnly)
}
