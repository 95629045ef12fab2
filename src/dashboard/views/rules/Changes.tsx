import type { JSX } from 'preact'
import type { Rule } from '../../../core/rules/index'
import type { Listed, PackChange } from '../../../platform/packs'
import { t, type MessageName } from '../../../ui/i18n'
import { wordsOf } from '../../../ui/rules'

/** What an update adds, takes away and alters, rule by rule. */
export function Changes({ change: { added, removed, changed } }: { change: PackChange }): JSX.Element {
  return (
    <div class="changes">
      <Part name="added" title="rulesAdded" list={added} row={(rule) => <Line rule={rule} />} />
      <Part name="removed" title="rulesRemoved" list={removed} row={(rule) => <Line rule={rule} />} />
      <Part name="changed" title="rulesChanged" list={changed} row={(pair) => <Pair {...pair} />} />
    </div>
  )
}

interface PartProps<T> {
  name: 'added' | 'removed' | 'changed'
  title: MessageName
  list: Listed<T>
  row: (item: T) => JSX.Element
}

function Part<T>({ name, title, list, row }: PartProps<T>): JSX.Element | null {
  if (list.count === 0) return null
  return (
    <section data-change={name}>
      <h3>{t(title, list.count)}</h3>
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

function fieldsThatDiffer(before: Rule, after: Rule): { field: string; was?: string; is?: string }[] {
  const [was, is] = [textsOf(before), textsOf(after)]
  const fields = [...new Set([...was.keys(), ...is.keys()])]
  return fields.flatMap((field) => (was.get(field) === is.get(field) ? [] : [{ field, was: was.get(field), is: is.get(field) }]))
}

/** Fields by the names they have in the file. */
function textsOf(rule: Rule): Map<string, string> {
  return new Map(Object.entries(rule).map(([field, value]) => [field, typeof value === 'string' ? value : JSON.stringify(value)]))
}
