import { parseMarker, SPEAKER } from '../../sites/generic/words'

/** A simple selector that an element answers to, and how likely it is to hold tomorrow: less is better. */
export interface Descriptor {
  selector: string
  doubt: number
}

/** What style bundlers make: random letters, digits inside words, or a hash at the end. */
const HASHED = /^(?:css|sc|jsx|jss|emotion|styles?)-|(?:__|--|_)[A-Za-z0-9]{4,}$|^_|\d[a-z]|[a-z]\d[A-Za-z]|[a-z][A-Z][a-z]?[A-Z]/
/** Classes that say how a thing looks: any other thing may look the same. */
const LOOKS = /[:[\]/!.]|^-?(?:m|p|w|h|mx|my|mt|mb|ml|mr|ms|me|px|py|pt|pb|pl|pr|ps|pe|gap|min|max|size|text|font|bg|border|rounded|flex|grid|col|row|items|justify|self|space|z|inset|top|left|right|bottom|opacity|shadow|overflow|leading|tracking|transition|duration|ease|cursor|select|ring|order|grow|shrink|basis|object|align|whitespace|break|animate|scroll)-|^(?:flex|grid|block|inline|hidden|relative|absolute|fixed|sticky|static|group|peer|container|truncate|prose|w|h|active|open|visible|show|hover|focus|first|last|odd|even)$/
const STATE = /^(?:data-(?:state|selected|active|open|index|item-index|key|reactid|v-[\w-]+|hovered|focused|timestamp|time|side-offset)|data-v-.*|style|class|id|href|src|title|alt|tabindex|hidden|open|dir|lang|aria-(?:selected|expanded|pressed|label|labelledby|describedby|controls|posinset|setsize|hidden|live|busy|level))$/
const WORDS = /^[A-Za-z][A-Za-z_-]{0,40}$/

/** Everything one element can be called by, best first. */
export function descriptorsOf(element: Element): Descriptor[] {
  const all = [...attributes(element), ...classes(element), ...tag(element)]
  return all.sort((a, b) => a.doubt - b.doubt)
}

function attributes(element: Element): Descriptor[] {
  return [...element.attributes].flatMap(({ name, value }): Descriptor[] => {
    if (STATE.test(name) || name.startsWith('on')) return []
    const plain = `[${CSS.escape(name)}]`
    if (!WORDS.test(value)) return name.startsWith('data-') || name.includes('_') ? [{ selector: plain, doubt: 4 }, ...withoutNumber(name, value)] : []
    const exact = { selector: `[${CSS.escape(name)}="${value}"]`, doubt: SPEAKER.test(name) && parseMarker(value) ? 0 : /^data-|^role$|_/.test(name) ? 2 : 5 }
    return name.startsWith('data-') ? [exact, { selector: plain, doubt: 4 }] : [exact]
  })
}

/** `message-17` is the seventeenth of many that begin alike. */
function withoutNumber(name: string, value: string): Descriptor[] {
  const stem = /^([A-Za-z][A-Za-z_-]*[-_])\d+$/.exec(value)?.[1]
  return stem ? [{ selector: `[${CSS.escape(name)}^="${stem}"]`, doubt: parseMarker(stem) ? 1 : 3 }] : []
}

function classes(element: Element): Descriptor[] {
  return [...element.classList].map((name) => ({ selector: `.${CSS.escape(name)}`, doubt: doubtOfClass(name) }))
}

function doubtOfClass(name: string): number {
  if (HASHED.test(name)) return 9
  if (LOOKS.test(name)) return 7
  const marker = parseMarker(name)
  return marker && !marker.weak ? 1 : 3
}

/** Parts of any text: as a name for a turn or a body they would be wrong at the next answer. */
const PROSE = /^(?:p|li|ul|ol|pre|code|table|blockquote|h[1-6]|span|b|i|em|strong|a|br|img)$/

function tag(element: Element): Descriptor[] {
  if (PROSE.test(element.localName)) return [{ selector: element.localName, doubt: 20 }]
  const own = element.localName.includes('-')
  return [{ selector: CSS.escape(element.localName), doubt: own ? (parseMarker(element.localName) ? 1 : 2) : 8 }]
}
