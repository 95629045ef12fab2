import type { FlagKind } from '../flags'
import { chip, escape, time } from './htmlParts'
import type { Summary } from './summary'
import { kindNames } from './words'

export function period({ from, to }: Summary): string {
  return from === null || to === null ? 'No conversations.' : `Conversations from ${time(from)} to ${time(to)}.`
}

export function tiles({ captures, conflicting, flags, messages }: Summary): string {
  const figures: [string, number][] = [
    ['conversations', captures],
    ['with a conflicting claim', conflicting],
    ['conflicting claims', flags.conflict],
    ['other flags', flags.claim + flags.artefact + flags.boilerplate + flags.custom],
    ['messages', messages],
  ]
  return `<ul class="tiles">${figures.map(([name, n]) => `<li><b>${n.toLocaleString('en')}</b><span>${name}</span></li>`).join('')}</ul>`
}

export function toldTable({ told }: Summary): string {
  if (told.size === 0) return ''
  const rows = [...told.values()].sort((a, b) => b.count - a.count).slice(0, 50)
  const lines = rows.map(({ host, who, kind, count }) => `<tr><td class="any">${escape(host)}</td><td>${escape(who)}</td><td>${kindNames[kind]}</td><td class="number">${count}</td></tr>`)
  const head = '<thead><tr><th scope="col">On</th><th scope="col">says it is</th><th scope="col">kind</th><th scope="col" class="number">times</th></tr></thead>'
  return `<section class="card wide"><h2>Who said to be whom</h2><table>${head}<tbody>${lines.join('')}</tbody></table></section>\n`
}

export function contents({ contents, captures }: Summary): string {
  if (contents.length < 2) return ''
  const lines = contents.map(
    ({ title, site, capturedAt, verdict, flags }, i) =>
      `<li><span class="title"><a href="#c${i + 1}" dir="auto">${escape(title ?? 'Untitled conversation')}</a>${chip(verdict)}</span><span class="soft">${escape(site)} · ${time(capturedAt)} · ${flags} ${flags === 1 ? 'flag' : 'flags'}</span></li>`,
  )
  const rest = captures > contents.length ? `<p class="soft">and ${captures - contents.length} more</p>` : ''
  return `<nav class="card" aria-label="Conversations"><h2>Conversations</h2><ol class="list">${lines.join('')}</ol>${rest}</nav>\n`
}

export function legend({ flags }: Summary): string {
  const used = (Object.keys(kindNames) as FlagKind[]).filter((kind) => flags[kind] > 0)
  if (used.length === 0) return ''
  return `<ul class="legend" aria-label="What the marks mean">${used.map((kind) => `<li><mark class="${kind}">${kindNames[kind]}</mark></li>`).join('')}</ul>\n`
}
