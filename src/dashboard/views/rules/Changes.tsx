import type { JSX } from 'preact'
import type { Rule } from '../../../core/rules/index'
import type { Listed, PackChange } from '../../../platform/packs'
import { t } from '../../../ui/i18n'
import { wordsOf } from '../../../ui/rules'

const titles = { added: 'rulesAdded', removed: 'rulesRemoved', changed: 'rulesChanged' } as const

/** What an update adds, takes away and alters, rule by rule. */
export function Changes({ change: { added, removed, changed } }: { change: PackChange }): JSX.Element {
  return (
    <div class="changes">
      <Part name="added" list={added} row={(rule) => <Line rule={rule} />} />
      <Part name="removed" list={removed} row={(rule) => <Line rule={rule} />} />
      <Part name="changed" list={changed} row={(pair) => <Pair {...pair} />} />
    </div>
  )
}

interface PartProps<T> {
  name: keyof typeof titles
  list: Listed<T>
  row: (item: T) => JSX.Element
}

function Part<T>({ name, list, row }: PartProps<T>): JSX.Element | null {
  if (list.count === 0) return null
  return (
    <section data-change={name}>
      <h3>{t(titles[name], list.count)}</h3>
      <ul>
        {list.first.map((item) => (
          <li>{row(item)}</li>
        ))}
        {list.count > list.first.length && <li class="faint">{t('andMore', list.count - list.first.length)}</li>}
      </ul>
    </section>
  )
}

function Line({ rule }: { rule: Rule }): JSX.Element {
  return (
    <>
      <span class="words">{wordsOf(rule)}</span> <span class="faint">{rule.id}</span>
    </>
  )
}

function Pair({ before, after }: { before: Rule; after: Rule }): JSX.Element {
  return (
    <>
      <Line rule={after} />
      <dl>
        {fieldsThatDiffer(before, after).map(({ field, was, is }) => (
          <div>
            <dt>{field}</dt>
            <dd>
              {was !== undefined && <del>{was}</del>} {is !== undefined && <ins>{is}</ins>}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

interface Difference {
  field: string
  was: string | undefined
  is: string | undefined
}

/** Fields by the names they have in the file. */
function fieldsThatDiffer(before: Rule, after: Rule): Difference[] {
  const [was, is] = [new Map<string, unknown>(Object.entries(before)), new Map<string, unknown>(Object.entries(after))]
  const fields = [...new Set([...was.keys(), ...is.keys()])]
  return fields.map((field) => differenceOf(field, was.get(field), is.get(field))).filter((one) => one.was !== one.is)
}

/** Of two lists, only what one has and the other lacks. */
function differenceOf(field: string, was: unknown, is: unknown): Difference {
  if (!Array.isArray(was) || !Array.isArray(is)) return { field, was: textOf(was), is: textOf(is) }
  return { field, was: textOf(was.filter((item) => !is.includes(item))), is: textOf(is.filter((item) => !was.includes(item))) }
}

function textOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.join(' · ')
  return value === undefined || typeof value === 'string' ? value : JSON.stringify(value)
}
