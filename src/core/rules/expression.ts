/**
 * The regular expressions a rule may use, as a tree: what every linear-time engine can run. No look-around and no
 * back-references. The same tree says which text a match requires (`required.ts`), and is run by `linear.ts`.
 */
export type Expression =
  | { kind: 'unit'; unit: number }
  | { kind: 'class'; negated: boolean; source: string }
  | { kind: 'assert'; what: 'lineStart' | 'lineEnd' | 'boundary' | 'notBoundary' }
  | { kind: 'sequence'; parts: Expression[] }
  | { kind: 'either'; choices: Expression[] }
  | { kind: 'repeat'; what: Expression; min: number; max: number; greedy: boolean }

/** Why an expression is refused, and where in its source (0 is its first character). */
export interface Refusal {
  message: string
  at: number
}

export type Parsed = { ok: true; expression: Expression } | { ok: false; refusal: Refusal }

const DEEPEST = 50
const LARGEST_REPEAT = 200
/** Once repetitions are written out, for an expression a person enters. */
const LARGEST_SIZE = 2000

interface Cursor {
  source: string
  at: number
  depth: number
}

class Refused extends Error {
  constructor(message: string, readonly at: number) {
    super(message)
  }
}

/** Reads an expression. What it accepts also compiles as a JavaScript `RegExp` (flag `u` when it names a property). */
export function parseExpression(source: string, largest = LARGEST_SIZE): Parsed {
  try {
    return { ok: true, expression: parseWhole(source, largest) }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { ok: false, refusal: { message: error.message, at: error.at } }
  }
}

/** How many steps the expression has once repetitions are written out. */
export function sizeOf(expression: Expression): number {
  switch (expression.kind) {
    case 'sequence': return expression.parts.reduce((sum, part) => sum + sizeOf(part), 1)
    case 'either': return expression.choices.reduce((sum, choice) => sum + sizeOf(choice), 1)
    case 'repeat': {
      const times = expression.max === Infinity ? expression.min + 1 : expression.max
      return 1 + sizeOf(expression.what) * Math.max(times, 1)
    }
    default: return 1
  }
}

/** Flags for `RegExp`: `u` only where a property or code point is named, since it slows matching down. */
export function flagsFor(source: string, ignoreCase: boolean): string {
  return (ignoreCase ? 'gi' : 'g') + (/\\[pP]\{|\\u\{/.test(source) ? 'u' : '')
}

function parseWhole(source: string, largest: number): Expression {
  if (source === '') throw new Refused('the expression is empty', 0)
  const cursor = { source, at: 0, depth: 0 }
  const expression = parseEither(cursor)
  if (cursor.at < source.length) throw new Refused('")" without "("', cursor.at)
  if (sizeOf(expression) > largest) throw new Refused('too large once its repetitions are written out', 0)
  try {
    new RegExp(source, flagsFor(source, true))
  } catch (error) {
    throw new Refused(`not a JavaScript expression: ${(error as Error).message}`, 0)
  }
  return expression
}

function parseEither(cursor: Cursor): Expression {
  const choices = [parseSequence(cursor)]
  while (cursor.source[cursor.at] === '|') {
    cursor.at++
    choices.push(parseSequence(cursor))
  }
  return choices.length === 1 ? choices[0]! : { kind: 'either', choices }
}

function parseSequence(cursor: Cursor): Expression {
  const parts: Expression[] = []
  while (cursor.at < cursor.source.length && !'|)'.includes(cursor.source[cursor.at]!)) {
    parts.push(parseRepeat(cursor))
  }
  return parts.length === 1 ? parts[0]! : { kind: 'sequence', parts }
}

function parseRepeat(cursor: Cursor): Expression {
  const begin = cursor.at
  const what = parseAtom(cursor)
  const counts = readCounts(cursor)
  if (!counts) return what
  if (what.kind === 'assert') throw new Refused('a position cannot be repeated', begin)
  const greedy = cursor.source[cursor.at] !== '?'
  if (!greedy) cursor.at++
  if (readCounts(cursor)) throw new Refused('two repetitions in a row', begin)
  return { kind: 'repeat', what, ...counts, greedy }
}

function readCounts(cursor: Cursor): { min: number; max: number } | null {
  const char = cursor.source[cursor.at]
  const simple = { '*': { min: 0, max: Infinity }, '+': { min: 1, max: Infinity }, '?': { min: 0, max: 1 } }
  if (char === '*' || char === '+' || char === '?') {
    cursor.at++
    return simple[char]
  }
  const braces = /^\{(\d+)(,(\d*))?\}/.exec(cursor.source.slice(cursor.at, cursor.at + 20))
  if (!braces) return null
  const min = Number(braces[1])
  const max = braces[2] === undefined ? min : braces[3] === '' ? Infinity : Number(braces[3])
  const highest = max === Infinity ? min : max
  if (highest > LARGEST_REPEAT) throw new Refused(`repeats more than ${LARGEST_REPEAT} times`, cursor.at)
  cursor.at += braces[0].length
  return { min, max }
}

const ASSERTIONS: Record<string, Extract<Expression, { kind: 'assert' }>['what']> = {
  '^': 'lineStart', '$': 'lineEnd', '\\b': 'boundary', '\\B': 'notBoundary',
}

function parseAtom(cursor: Cursor): Expression {
  const { source, at } = cursor
  const char = source[at]!
  const assertion = ASSERTIONS[char === '\\' ? source.slice(at, at + 2) : char]
  if (assertion) {
    cursor.at += char === '\\' ? 2 : 1
    return { kind: 'assert', what: assertion }
  }
  if (char === '(') return parseGroup(cursor)
  if (char === '[') return parseClass(cursor)
  if (char === '\\') return parseEscape(cursor)
  if ('*+?'.includes(char)) throw new Refused('a repetition of nothing', at)
  if ('{}]'.includes(char)) throw new Refused(`write "\\${char}" for the character itself`, at)
  cursor.at++
  if (char === '.') return { kind: 'class', negated: false, source: '.' }
  return { kind: 'unit', unit: char.charCodeAt(0) }
}

function parseGroup(cursor: Cursor): Expression {
  const begin = cursor.at
  const opening = /^\((?:\?(?:<?[=!]|:|<[A-Za-z]\w*>)?)?/.exec(cursor.source.slice(begin, begin + 60))![0]
  if (/[=!]$/.test(opening)) throw new Refused('look-ahead and look-behind are not linear-time', begin)
  if (opening === '(?') throw new Refused('only (…), (?:…) and (?<name>…) are groups here', begin)
  if (++cursor.depth > DEEPEST) throw new Refused(`groups deeper than ${DEEPEST}`, begin)
  cursor.at += opening.length
  const inner = parseEither(cursor)
  if (cursor.source[cursor.at] !== ')') throw new Refused('"(" without ")"', begin)
  cursor.at++
  cursor.depth--
  return inner
}

function parseClass(cursor: Cursor): Expression {
  const begin = cursor.at
  let at = begin + 1
  while (at < cursor.source.length && cursor.source[at] !== ']') at += cursor.source[at] === '\\' ? 2 : 1
  if (at >= cursor.source.length) throw new Refused('"[" without "]"', begin)
  cursor.at = at + 1
  const source = cursor.source.slice(begin, cursor.at)
  return { kind: 'class', negated: source.startsWith('[^'), source }
}

const CONTROL: Record<string, number> = { t: 9, n: 10, v: 11, f: 12, r: 13, 0: 0 }

function parseEscape(cursor: Cursor): Expression {
  const begin = cursor.at
  const rest = cursor.source.slice(begin, begin + 80)
  const property = /^\\(?:[dDwWsS]|[pP]\{[\w=]+\})/.exec(rest)
  if (property) {
    cursor.at += property[0].length
    return { kind: 'class', negated: /^\\[DWSP]/.test(rest), source: property[0] }
  }
  const code = /^\\(?:u([\da-fA-F]{4})|x([\da-fA-F]{2}))/.exec(rest)
  if (code) {
    cursor.at += code[0].length
    return { kind: 'unit', unit: parseInt((code[1] ?? code[2])!, 16) }
  }
  return parseCharacterEscape(cursor, rest[1])
}

function parseCharacterEscape(cursor: Cursor, char: string | undefined): Expression {
  if (char === undefined) throw new Refused('"\\" at the end', cursor.at)
  if (/[1-9k]/.test(char)) throw new Refused('back-references are not linear-time', cursor.at)
  const control = CONTROL[char]
  if (control === undefined && /[\p{L}\p{N}]/u.test(char)) throw new Refused(`"\\${char}" is not known here`, cursor.at)
  cursor.at += 2
  return { kind: 'unit', unit: control ?? char.charCodeAt(0) }
}
