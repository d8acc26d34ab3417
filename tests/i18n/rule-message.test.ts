import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { inEnglish } from '../../src/domain/message.ts'
import { boilerplateOf, sourceId } from '../../src/domain/source.ts'
import { ruleMessage } from '../../src/i18n/rule-message.ts'
import { readDocument } from '../../src/ingest/read-document.ts'
import { boilerplateRules } from '../../src/language/english/boilerplate-words.ts'

const ingest = join(import.meta.dirname, '..', '..', 'src', 'ingest')

/** The rules by which boilerplate is told, as they stand in the code that tells it. */
const rulesInCode = async (): Promise<readonly string[]> => {
  const forms = [
    /kind: 'boilerplate', rule: '([a-z-]+)'/g,
    /whole\('boilerplate', '([a-z-]+)'\)/g,
    /boilerplate\.set\(\w+, '([a-z-]+)'\)/g,
    /form\.set\(\w+, '([a-z-]+)'\)/g,
    /\? '([a-z-]+)' : null/g,
    /rule: whole \? '[a-z-]+' : '([a-z-]+)'/g,
    /readonly rule: '([a-z-]+)' \| '/g,
    /readonly rule: '[a-z-]+' \| '([a-z-]+)'/g,
  ]
  const names = ['boilerplate', 'header', 'interpret', 'mail/mail-form', 'metadata']
  const texts = await Promise.all(names.map((name) => readFile(join(ingest, `${name}.ts`), 'utf8')))
  const found = texts.flatMap((text) => forms.flatMap((form) => [...text.matchAll(form)].map(([, rule = '']) => rule)))
  return [...new Set([...boilerplateRules.map(([rule]) => rule), ...found])].sort()
}

it('every rule that leaves something out says what it found', async () => {
  const rules = await rulesInCode()
  expect(rules).toContain('call-to-action')
  expect(rules.filter((rule) => inEnglish(ruleMessage(rule)).startsWith('rule “'))).toEqual([])
  expect(rules.length).toBeGreaterThanOrEqual(20)
})

it('a text that is left out is shown with what it is', () => {
  const text = 'The ferry was late, and nobody minded the rain.\n\nSubscribe to our newsletter\n\nIt came at noon.\n'
  const source = readDocument({ id: sourceId('ferry'), path: 'ferry.txt', bytes: Buffer.from(text) })
  expect(boilerplateOf(source).map(({ rule = '' }) => inEnglish(ruleMessage(rule)))).toEqual(['call to action'])
})
