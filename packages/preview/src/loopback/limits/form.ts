import type { z } from 'zod'
import { ApiError, type ErrorTree, type FormIssue } from '../api-error.ts'

type Path = readonly PropertyKey[]

const lengthIssue = (bound: 'minimum' | 'maximum', limit: number): FormIssue => ({
  code: 'BASE_TYPE_BAD_LENGTH',
  message: bound === 'maximum' ? `Must be ${limit} or fewer in length.` : `Must be ${limit} or more in length.`,
})

const numberIssue = (bound: 'minimum' | 'maximum', limit: number): FormIssue =>
  bound === 'maximum'
    ? { code: 'NUMBER_TYPE_MAX', message: `int value should be less than or equal to ${limit}.` }
    : { code: 'NUMBER_TYPE_MIN', message: `int value should be greater than or equal to ${limit}.` }

/** What Discord says for what zod found. Codes that Discord's documents do not name are zod's own, in capitals. */
const formIssue = (issue: z.core.$ZodIssue): FormIssue => {
  if (issue.code === 'too_big' || issue.code === 'too_small') {
    const [bound, limit] =
      issue.code === 'too_big' ? (['maximum', issue.maximum] as const) : (['minimum', issue.minimum] as const)
    const isLength = issue.origin === 'string' || issue.origin === 'array'
    return (isLength ? lengthIssue : numberIssue)(bound, Number(limit))
  }
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }
  if (issue.code === 'invalid_value')
    return { code: 'BASE_TYPE_CHOICES', message: `Value must be one of {${issue.values.map(String).join(', ')}}.` }
  if (issue.code === 'invalid_format' && issue.format === 'regex')
    return { code: 'STRING_TYPE_REGEX', message: 'String value did not match validation regex.' }
  if (issue.code === 'invalid_union')
    return { code: 'UNION_TYPE_CHOICES', message: 'Value of this field is none of those that may stand here.' }
  if (issue.code === 'custom' && typeof issue.params?.['code'] === 'string')
    return { code: issue.params['code'], message: issue.message }
  return { code: issue.code.toUpperCase(), message: issue.message }
}

/** A 400 with code 50035 that names every field at fault. */
export const invalidForm = (issues: readonly (FormIssue & { readonly path: Path })[]): ApiError => {
  const tree: ErrorTree = {}
  for (const { path, code, message } of issues) {
    let node = tree
    for (const key of path.map(String)) {
      node[key] ??= {}
      node = node[key] as ErrorTree
    }
    node['_errors'] = [...((node['_errors'] ?? []) as readonly FormIssue[]), { code, message }]
  }
  return new ApiError(400, 50035, 'Invalid Form Body', tree)
}

/** A refinement's issue with a code of Discord's. `path` counts from the value that is refined. */
export const issue = (code: string, message: string, path: readonly (string | number)[] = []) => ({
  code: 'custom' as const,
  message,
  path: [...path],
  params: { code },
})

/**
 * `value`, unchanged, once it fits `schema`; fields that the schema does not know are ignored, as Discord does.
 * @throws ApiError 50035 with every issue, each under `at` and its own path.
 */
export const checkForm = <T>(schema: z.ZodType, value: unknown, at: Path = []): T => {
  const parsed = schema.safeParse(value, { reportInput: true })
  if (parsed.success) return value as T
  throw invalidForm(parsed.error.issues.map((found) => ({ ...formIssue(found), path: [...at, ...found.path] })))
}
