/**
 * The picker's looks. `!important` inside a shadow root wins over anything the page says of its host; colours are
 * dark on light whatever the page is, and each kind of outline differs by its line as well as by its colour.
 */
export const style = `
:host { all: initial !important; position: fixed !important; inset: 0 !important; display: block !important; z-index: 2147483647 !important; pointer-events: none !important }
* { box-sizing: border-box }
.box { position: fixed; border-radius: 6px; pointer-events: none }
.box.assistant { outline: 2px solid #8a5a00; background: rgb(250 173 20 / .14) }
.box.user { outline: 2px dashed #3b3fa8; background: rgb(59 63 168 / .10) }
.box.composer { outline: 2px dotted #1b6e3c; background: rgb(27 110 60 / .10) }
.box.here { outline: 3px solid #b3261e; outline-offset: 1px }
.panel { position: fixed; inset-inline-end: 16px; bottom: 16px; width: min(330px, calc(100vw - 32px)); padding: 14px 16px; border: 1px solid #c9ced8; border-radius: 12px;
  background: #fff; color: #1a1d24; font: 14px/1.45 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; box-shadow: 0 8px 30px rgb(0 0 0 / .28); pointer-events: auto }
.panel.aside { inset-inline: 16px auto }
.panel:focus { outline: none }
h1 { margin: 0 0 2px; font-size: 12px; font-weight: 600; color: #5b6472 }
.step { margin: 0; font-size: 16px; font-weight: 600; line-height: 1.3 }
.told { margin: 6px 0 0 } .told:empty { display: none }
.warning { margin: 6px 0 0; color: #8a1c14 } .warning:empty { display: none }
.hint { margin: 8px 0 0; font-size: 12px; color: #5b6472 }
.actions { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 12px }
button { padding: 6px 14px; border: 1px solid #c9ced8; border-radius: 8px; background: #f5f6f9; color: inherit; font: inherit; cursor: pointer }
button:hover { border-color: #3b3fa8 } button:focus-visible { outline: 2px solid #3b3fa8; outline-offset: 2px }
button.primary { border-color: transparent; background: #3b3fa8; color: #fff; font-weight: 600 } button:disabled { opacity: .5; cursor: default }
`
