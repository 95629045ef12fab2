import { IGNORED_SYMBOL, ONE_SYMBOL, SPACE_SYMBOL, buildAlphabet, type Alphabet } from './alphabet'

/**
 * An Aho-Corasick automaton over folded characters, written out as one transition table. It has two roots: BOUNDARY,
 * where a word may begin, and INSIDE, within a word, where only phrases that may begin anywhere do. States in which a
 * phrase ends are numbered last, so that one comparison finds them.
 */
export interface Automaton {
  alphabet: Alphabet
  table: Uint16Array
  firstAccepting: number
  /** By state - firstAccepting: the phrase that ends there, or -1. */
  ends: Int32Array
  /** By state - firstAccepting: the next shorter accepting state that ends here too, or -1. */
  shorter: Int32Array
}

export interface Literal {
  /** Folded, see `foldPhrase`. */
  text: string
  /** Whether it may begin inside a word. */
  anywhere: boolean
}

/** Where each scan begins. */
export const BOUNDARY = 0
const INSIDE = 1

/** States are 16 bits wide. */
export const MOST_STATES = 0xfff0

interface Trie {
  firstChild: Int32Array
  nextSibling: Int32Array
  symbol: Uint8Array
  end: Int32Array
  size: number
}

/** Builds the automaton. Literals must differ in text and fit `MOST_STATES` symbols together. */
export function buildAutomaton(literals: readonly Literal[]): Automaton {
  const alphabet = buildAlphabet(literals.map(literal => literal.text))
  const wordsOnly = symbolsBefore(alphabet, literals.filter(({ anywhere }) => !anywhere))
  const anywhere = new Set([...symbolsBefore(alphabet, literals)].filter(symbol => !wordsOnly.has(symbol)))
  const trie = buildTrie(alphabet, literals, wordsOnly)
  const order = breadthFirst(trie)
  const linked = link(alphabet, trie, order, anywhere)
  return number(alphabet, trie, order, linked)
}

function symbolsBefore(alphabet: Alphabet, literals: readonly Literal[]): Set<number> {
  return new Set(literals.map(({ text }) => firstSymbol(alphabet, text)))
}

function buildTrie(alphabet: Alphabet, literals: readonly Literal[], wordsOnly: ReadonlySet<number>): Trie {
  const room = literals.reduce((sum, { text }) => sum + 4 * text.length, 2 + 2 * alphabet.pages.length)
  const trie: Trie = {
    firstChild: new Int32Array(room), nextSibling: new Int32Array(room), symbol: new Uint8Array(room),
    end: new Int32Array(room).fill(-1), size: 2,
  }
  for (const page of alphabet.pages) {
    child(trie, BOUNDARY, page)
    child(trie, INSIDE, page)
  }
  literals.forEach(({ text, anywhere }, id) => {
    insert(alphabet, trie, BOUNDARY, text, id)
    if (anywhere && wordsOnly.has(firstSymbol(alphabet, text))) insert(alphabet, trie, INSIDE, text, id)
  })
  return trie
}

function firstSymbol(alphabet: Alphabet, text: string): number {
  const code = alphabet.used.get(text.charCodeAt(0))!
  return code > ONE_SYMBOL ? code >> 8 : code
}

function insert(alphabet: Alphabet, trie: Trie, root: number, text: string, id: number): void {
  let node = root
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i) === 0x20 ? SPACE_SYMBOL : alphabet.used.get(text.charCodeAt(i))!
    if (code > ONE_SYMBOL) node = child(trie, node, code >> 8)
    node = child(trie, node, code & ONE_SYMBOL)
  }
  trie.end[node] = id
}

function child(trie: Trie, parent: number, symbol: number): number {
  for (let node = trie.firstChild[parent]!; node; node = trie.nextSibling[node]!) {
    if (trie.symbol[node] === symbol) return node
  }
  const node = trie.size++
  trie.symbol[node] = symbol
  trie.nextSibling[node] = trie.firstChild[parent]!
  trie.firstChild[parent] = node
  return node
}

function breadthFirst(trie: Trie): Int32Array {
  const order = new Int32Array(trie.size)
  order[1] = INSIDE
  let filled = 2
  for (let next = 0; next < filled; next++) {
    for (let node = trie.firstChild[order[next]!]!; node; node = trie.nextSibling[node]!) order[filled++] = node
  }
  return order
}

interface Linked {
  /** Transition table by node. */
  rows: Uint16Array
  /** The longest other phrase beginning that ends here. */
  fail: Int32Array
  accepting: Uint8Array
}

function link(alphabet: Alphabet, trie: Trie, order: Int32Array, anywhere: ReadonlySet<number>): Linked {
  const { shift } = alphabet
  const linked = {
    rows: new Uint16Array(trie.size << shift), fail: new Int32Array(trie.size).fill(-1), accepting: new Uint8Array(trie.size),
  }
  rootRow(alphabet, trie, linked.rows, BOUNDARY)
  rootRow(alphabet, trie, linked.rows, INSIDE)
  shareRoots(trie, linked.rows, shift, anywhere)
  for (const root of [BOUNDARY, INSIDE]) {
    for (let node = trie.firstChild[root]!; node; node = trie.nextSibling[node]!) linkFirst(alphabet, trie, linked, node)
  }
  for (let i = 0; i < order.length; i++) linkChildren(alphabet, trie, linked, order[i]!)
  return linked
}

function rootRow(alphabet: Alphabet, trie: Trie, rows: Uint16Array, root: number): void {
  const begin = root << alphabet.shift
  for (let symbol = 0; symbol < 1 << alphabet.shift; symbol++) rows[begin + symbol] = alphabet.isWordCode[symbol] ? INSIDE : BOUNDARY
  rows[begin + IGNORED_SYMBOL] = root
  overrideChildren(alphabet, trie, rows, root)
}

/** Where all literals that begin with a symbol may begin anywhere, both roots go on to the same states. */
function shareRoots(trie: Trie, rows: Uint16Array, shift: number, anywhere: ReadonlySet<number>): void {
  for (let node = trie.firstChild[BOUNDARY]!; node; node = trie.nextSibling[node]!) {
    if (anywhere.has(trie.symbol[node]!)) rows[(INSIDE << shift) + trie.symbol[node]!] = node
  }
}

function overrideChildren(alphabet: Alphabet, trie: Trie, rows: Uint16Array, node: number): void {
  const begin = node << alphabet.shift
  for (let next = trie.firstChild[node]!; next; next = trie.nextSibling[next]!) rows[begin + trie.symbol[next]!] = next
}

/** The first symbol of a character that takes two is a root of its own: nothing shorter can end on it. */
function linkFirst(alphabet: Alphabet, trie: Trie, linked: Linked, node: number): void {
  const symbol = trie.symbol[node]!
  if (alphabet.pages.includes(symbol)) return pageRow(alphabet, trie, linked.rows, node, symbol)
  linked.fail[node] = alphabet.isWordCode[symbol] ? INSIDE : BOUNDARY
}

function pageRow(alphabet: Alphabet, trie: Trie, rows: Uint16Array, node: number, page: number): void {
  const begin = node << alphabet.shift
  for (let place = 0; place < 1 << alphabet.shift; place++) rows[begin + place] = alphabet.isWordCode[page << 8 | place] ? INSIDE : BOUNDARY
  overrideChildren(alphabet, trie, rows, node)
}

function linkChildren(alphabet: Alphabet, trie: Trie, linked: Linked, node: number): void {
  const { rows, fail, accepting } = linked
  const { shift } = alphabet
  if (fail[node]! >= 0) fillRow(alphabet, trie, linked, node)
  if (trie.end[node]! >= 0 || (fail[node]! >= 0 && accepting[fail[node]!])) accepting[node] = 1
  if (node === BOUNDARY || node === INSIDE) return
  const back = fail[node]!
  for (let next = trie.firstChild[node]!; next; next = trie.nextSibling[next]!) {
    fail[next] = back >= 0 ? rows[(back << shift) + trie.symbol[next]!]! : endOfPage(alphabet, trie, node, next)
  }
}

function endOfPage(alphabet: Alphabet, trie: Trie, page: number, place: number): number {
  return alphabet.isWordCode[trie.symbol[page]! << 8 | trie.symbol[place]!] ? INSIDE : BOUNDARY
}

function fillRow(alphabet: Alphabet, trie: Trie, { rows, fail }: Linked, node: number): void {
  const begin = node << alphabet.shift
  const from = fail[node]! << alphabet.shift
  rows.copyWithin(begin, from, from + (1 << alphabet.shift))
  overrideChildren(alphabet, trie, rows, node)
  rows[begin + IGNORED_SYMBOL] = node
  if (trie.symbol[node] === SPACE_SYMBOL) rows[begin + SPACE_SYMBOL] = node
}

/** Renumbers breadth first, accepting states last: states met often lie together, and one comparison tells a match. */
function number(alphabet: Alphabet, trie: Trie, order: Int32Array, { rows, fail, accepting }: Linked): Automaton {
  const newNumber = new Uint16Array(trie.size)
  let next = 0
  for (const node of order) if (!accepting[node]) newNumber[node] = next++
  const firstAccepting = next
  for (const node of order) if (accepting[node]) newNumber[node] = next++
  const ends = new Int32Array(trie.size - firstAccepting)
  const shorter = new Int32Array(trie.size - firstAccepting)
  for (const node of order) {
    if (!accepting[node]) continue
    const at = newNumber[node]! - firstAccepting
    const back = fail[node]!
    ends[at] = trie.end[node]!
    shorter[at] = back >= 0 && accepting[back] ? newNumber[back]! : -1
  }
  return { alphabet, table: renumbered(rows, newNumber, alphabet.shift), firstAccepting, ends, shorter }
}

function renumbered(rows: Uint16Array, newNumber: Uint16Array, shift: number): Uint16Array {
  const table = new Uint16Array(rows.length)
  const width = 1 << shift
  for (let node = 0; node < newNumber.length; node++) {
    const from = node << shift
    const to = newNumber[node]! << shift
    for (let symbol = 0; symbol < width; symbol++) table[to + symbol] = newNumber[rows[from + symbol]!]!
  }
  return table
}
