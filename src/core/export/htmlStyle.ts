/** The report's style sheet. Its hash is in the report's policy: change both together (a test says how). */
export const STYLE = `
:root { color-scheme: light dark;
  --page: #f6f5f2; --card: #fff; --ink: #1d1f23; --soft: #5d6470; --line: #e2dfd8; --user: #f1efe9; --accent: #2f5bd0;
  --conflict: #ffd0cb; --conflict-ink: #8f1710; --claim: #ffe3b0; --claim-ink: #7a4a00; --artefact: #d9e6ff; --artefact-ink: #1c4694;
  --boilerplate: #e4e4e8; --boilerplate-ink: #4a4f5a; --custom: #d7f0dc; --custom-ink: #1b6130; --good-ink: #1b6130; --good: #d7f0dc }
@media (prefers-color-scheme: dark) { :root {
  --page: #131518; --card: #1b1e23; --ink: #e7e6e2; --soft: #9aa2af; --line: #2d3138; --user: #23272e; --accent: #8fb0ff;
  --conflict: #6b1f1a; --conflict-ink: #ffc2bb; --claim: #5a3d0b; --claim-ink: #ffd998; --artefact: #1f3a6e; --artefact-ink: #c5d8ff;
  --boilerplate: #3a3e47; --boilerplate-ink: #d3d6dd; --custom: #1d4a2a; --custom-ink: #b9ebc6; --good-ink: #b9ebc6; --good: #1d4a2a } }
* { box-sizing: border-box }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.6 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif }
main, header, footer { max-width: 62rem; margin: 0 auto; padding: 0 clamp(1rem, 4vw, 2rem) }
header { padding-top: clamp(1.5rem, 5vw, 3.5rem) }
h1 { font-size: clamp(1.6rem, 5vw, 2.3rem); line-height: 1.15; letter-spacing: -.02em; margin: 0 0 .4rem }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 0; overflow-wrap: anywhere; min-width: 0 }
h3 { font-size: .78rem; text-transform: uppercase; letter-spacing: .08em; color: var(--soft); margin: 1.6rem 0 .6rem }
p { margin: 0 0 .6rem } .soft { color: var(--soft) }
a { color: var(--accent); text-underline-offset: .15em; overflow-wrap: anywhere }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .7rem; margin: 1.6rem 0; padding: 0; list-style: none }
.tiles li { background: var(--card); border: 1px solid var(--line); border-radius: .8rem; padding: .8rem 1rem }
.tiles b { display: block; font-size: 1.7rem; line-height: 1.2; font-variant-numeric: tabular-nums }
.tiles span { display: block; color: var(--soft); font-size: .85rem; line-height: 1.35 }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 1rem; padding: clamp(1rem, 3vw, 1.8rem); margin: 0 0 1.4rem }
.wide { overflow-x: auto }
table { border-collapse: collapse; width: 100%; font-size: .92rem }
th, td { text-align: start; padding: .45rem .8rem .45rem 0; border-top: 1px solid var(--line); vertical-align: top }
.any { overflow-wrap: anywhere }
thead th { border-top: 0; color: var(--soft); font-weight: 500; font-size: .8rem } .number { text-align: end; font-variant-numeric: tabular-nums; padding-inline-end: 0 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin: 1rem 0 0; font-size: .9rem }
dt { color: var(--soft) } dd { margin: 0; min-width: 0; overflow-wrap: anywhere }
.title { display: flex; flex-wrap: wrap; gap: .5rem .8rem; align-items: baseline; justify-content: space-between }
.chip { display: inline-block; border-radius: 1rem; padding: .05rem .65rem; font-size: .78rem; font-weight: 600; white-space: nowrap; background: var(--boilerplate); color: var(--boilerplate-ink) }
.chip.conflicting { background: var(--conflict); color: var(--conflict-ink) } .chip.unverifiable { background: var(--claim); color: var(--claim-ink) }
.chip.consistent { background: var(--good); color: var(--good-ink) }
.list { margin: 0; padding: 0; list-style: none } .list li { padding: .5rem 0; border-top: 1px solid var(--line); display: grid; gap: .1rem; overflow-wrap: anywhere }
.list li:first-child { border-top: 0 } .list .soft { font-size: .9rem } nav .list { margin-top: .4rem }
.turn { margin: 1rem 0 0; scroll-margin-top: 1rem } .who { display: flex; flex-wrap: wrap; gap: 0 .7rem; font-size: .8rem; color: var(--soft); margin-bottom: .25rem } .who b { color: var(--ink) }
.text { white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext; margin: 0 }
.user .text { background: var(--user); border-radius: .8rem; padding: .6rem .9rem }
.version > .text { color: var(--soft); border-inline-start: 3px solid var(--line); padding-inline-start: .8rem }
details { border: 1px solid var(--line); border-radius: .8rem; padding: .5rem .9rem; margin: 0 0 .6rem; font-size: .93rem } summary { cursor: pointer; color: var(--soft) } details .text { color: var(--soft); padding-top: .4rem }
mark { background: none; color: inherit; border-radius: .25em; box-decoration-break: clone; -webkit-box-decoration-break: clone; padding: .05em .15em; margin: 0 -.15em }
mark.conflict { background: var(--conflict); color: var(--conflict-ink); font-weight: 600 } mark.claim { background: var(--claim); color: var(--claim-ink) }
mark.artefact { background: var(--artefact); color: var(--artefact-ink) } mark.boilerplate { background: var(--boilerplate); color: var(--boilerplate-ink) } mark.custom { background: var(--custom); color: var(--custom-ink) }
.legend { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; font-size: .85rem; color: var(--soft); margin: 0 0 1.4rem; padding: 0; list-style: none }
code { font: .88em ui-monospace, 'SF Mono', Consolas, monospace; overflow-wrap: anywhere }
footer { padding-bottom: 3rem; font-size: .85rem; color: var(--soft) }
.text code { background: var(--user); border-radius: .3em; padding: .05em .2em } .user .text code { background: none }
@media (max-width: 34rem) { table { font-size: .85rem } td { padding-inline-end: .5rem } .title { gap: .2rem } dl { grid-template-columns: 1fr; gap: 0 } dd { margin-bottom: .5rem } }
@media (forced-colors: active) { mark { background: Mark; color: MarkText } }
@media print { :root { color-scheme: light } body { background: #fff; font-size: 10.5pt } main, header, footer { max-width: none; padding: 0 } .card { border: 0; border-top: 1px solid #999; border-radius: 0; padding: 1rem 0; break-inside: auto } .turn > .who { break-after: avoid }
  details::details-content { content-visibility: visible; block-size: auto } mark, .chip, .user .text { print-color-adjust: exact; -webkit-print-color-adjust: exact } }
`

/** base64 SHA-256 of `STYLE`. */
export const STYLE_HASH = 'lF9rFmbiBMe9Ha0HrW6matRv/1EkPqLNW1NfMJyZZFY='
