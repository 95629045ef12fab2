import type { Capture } from '../captures/capture'
import type { About } from './about'
import { flaggedMessages, type Flagged } from './flagged'
import { chip, escape, time } from './htmlParts'
import { STYLE, STYLE_HASH } from './htmlStyle'
import { contents, legend, period, tiles, toldTable } from './htmlSummary'
import { htmlTurn } from './htmlTurn'
import type { Summary } from './summary'
import { describeExpected, describeFlag } from './words'

/** Nothing may load, run, be sent or be framed; only this style sheet applies. */
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'`

/** The beginning of the report: what it holds, who said to be whom, and what there is to read. */
export function htmlHead(about: About, summary: Summary): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Telltale report</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>Telltale report</h1>
<p class="soft">${period(summary)} Written ${time(about.generatedAt)} by Telltale ${escape(about.version)}.</p>
${tiles(summary)}
</header>
<main>
${toldTable(summary)}${contents(summary)}${legend(summary)}`
}

export function htmlTail(): string {
  return `</main>
<footer><p>A claim is what the text says. It is not a proof of where a model comes from: shared training data, a system prompt or a wrapper can make a model say it.</p></footer>
</body>
</html>
`
}

/** One conversation: what is known about it, what was flagged, and all of it with the flagged phrases marked. */
export function* htmlCapture(capture: Capture, index: number): Generator<string> {
  const messages = flaggedMessages(capture)
  const anchor = `c${index + 1}`
  yield `<article class="card" id="${anchor}">\n<div class="title"><h2 dir="auto">${escape(capture.title ?? 'Untitled conversation')}</h2>${chip(capture.verdict)}</div>\n${facts(capture)}\n`
  const flags = messages.flatMap((message, i) => message.flags.map((flag) => flagLine(flag, `${anchor}-m${i + 1}`, i)))
  if (flags.length > 0) yield `<h3>Flagged</h3>\n<ol class="list flags">\n${flags.join('\n')}\n</ol>\n`
  yield '<h3>Transcript</h3>\n'
  for (const [i, message] of messages.entries()) yield* htmlTurn(message, `${anchor}-m${i + 1}`, i)
  yield '</article>\n'
}

function facts(capture: Capture): string {
  const packs = capture.rulePacks.map((pack) => escape(`${pack.id} ${pack.version}`)).join(', ')
  const rows: [string, string][] = [
    ['Address', address(capture.url)],
    ['Kept', `${time(capture.startedAt)} to ${time(capture.capturedAt)}`],
    ['Site', escape(capture.site)],
    ['Model label', capture.modelLabel === null ? 'not shown' : escape(capture.modelLabel)],
    ['Expected', describeExpected(capture.expected, escape)],
    ['Reading', capture.health === 'ok' ? 'ok' : `<b>${capture.health}</b>: parts may be missing`],
    ['Rule packs', packs || 'none'],
    ['Id', `<code>${escape(capture.id)}</code>`],
    ['SHA-256', `<code>${escape(capture.sha256)}</code>`],
  ]
  return `<dl>${rows.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join('')}</dl>`
}

/** A link only for an address of the web, and to nothing that learns where it was followed from. */
function address(url: string): string {
  const shown = escape(url)
  return /^https?:\/\//i.test(url) ? `<a href="${shown}" rel="noreferrer noopener">${shown}</a>` : shown
}

function flagLine(flag: Flagged['flags'][number], anchor: string, i: number): string {
  return `<li><span><mark class="${flag.kind}">${escape(flag.quote)}</mark></span><span class="soft">${describeFlag(flag, escape)} · <a href="#${anchor}">message ${i + 1}, ${flag.where}</a> · <code>${escape(flag.rule)}</code></span></li>`
}
