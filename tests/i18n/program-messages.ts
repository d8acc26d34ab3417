import { join, relative, sep } from 'node:path'
import type { Node, SourceFile, TemplateLiteral } from 'typescript/unstable/ast'
import {
  isCallExpression,
  isNewExpression,
  isNoSubstitutionTemplateLiteral,
  isPropertyAssignment,
  isStringLiteral,
  isTaggedTemplateExpression,
  isTemplateExpression,
} from 'typescript/unstable/ast/is'
import { API, type Project, TypeFlags } from 'typescript/unstable/sync'
import { keyOf } from '../../src/domain/message.ts'

const root = join(import.meta.dirname, '..', '..')

/** A file of the program by its path from the root, and what a reader may see of it. */
export type FileMessages = {
  readonly path: string
  /** The keys of its messages: of every tagged template but `String.raw`. */
  readonly keys: readonly string[]
  /** Of these, what names a button, a menu or a form: the property that holds it, and the key. */
  readonly labels: readonly { readonly of: string; readonly key: string }[]
  /** Messages of expected failures that are plain strings. */
  readonly bareErrors: readonly string[]
  /** Plain strings of several words that are no part of a log line or of a defect. */
  readonly bareTexts: readonly string[]
}

const keyIn = (template: TemplateLiteral): string =>
  isTemplateExpression(template)
    ? keyOf([template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)])
    : keyOf([template.text])

const textOf = (node: Node): string | null => {
  if (isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node)) return node.text
  return isTemplateExpression(node) ? keyIn(node) : null
}

/** Of what nobody but a host reads: log lines and defects, by what is called. */
const isForHost = (called: string): boolean =>
  /\blog\.\w+$/.test(called) || (/Error$/.test(called) && called !== 'QuothError')

const isSeveralWords = (text: string): boolean => /\p{L}{2,} \p{L}{2,}/u.test(text)

const messagesOf = (source: SourceFile, { checker }: Project): FileMessages => {
  const keys: string[] = []
  const labels: { readonly of: string; readonly key: string }[] = []
  const bareErrors: string[] = []
  const bareTexts: string[] = []
  const textAt = (part: Node): string => source.text.slice(part.pos, part.end).trim()
  const visit = (node: Node): void => {
    if ((isCallExpression(node) || isNewExpression(node)) && isForHost(textAt(node.expression))) return
    if (isPropertyAssignment(node) && isTaggedTemplateExpression(node.initializer))
      labels.push({ of: textAt(node.name), key: keyIn(node.initializer.template) })
    if (isTaggedTemplateExpression(node)) {
      if (textAt(node.tag) !== 'String.raw') keys.push(keyIn(node.template))
      // What stands between its words may hold messages as well.
      if (isTemplateExpression(node.template)) for (const span of node.template.templateSpans) visit(span.expression)
      return
    }
    const message = isNewExpression(node) && textAt(node.expression) === 'QuothError' ? node.arguments?.[1] : undefined
    if (message && ((checker.getTypeAtLocation(message)?.flags ?? 0) & TypeFlags.StringLike) !== 0)
      bareErrors.push(textAt(message))
    const text = textOf(node)
    if (text !== null && isSeveralWords(text)) bareTexts.push(text)
    node.forEachChild(visit)
  }
  visit(source)
  return { path: relative(root, source.fileName).split(sep).join('/'), keys, labels, bareErrors, bareTexts }
}

/**
 * What the files of `src/` and `commands/` say, read by the compiler: no comment is taken for a message, none is
 * missed.
 */
export const programMessages = (): readonly FileMessages[] => {
  const api = new API({ cwd: root })
  try {
    const [project] = api.updateSnapshot({ openProject: join(root, 'tsconfig.json') }).getProjects()
    if (project === undefined) throw new Error('The compiler found no project.')
    return project.rootFiles
      .filter((file) => /^(?:src|commands)\//.test(relative(root, file).split(sep).join('/')))
      .map((file) => {
        const source = project.program.getSourceFile(file)
        if (source === undefined) throw new Error(`The compiler has not read ${file}.`)
        return messagesOf(source, project)
      })
  } finally {
    api.close()
  }
}
