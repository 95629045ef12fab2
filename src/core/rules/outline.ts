import type { PackError } from './language'

/** Where things are in the text of a pack. Lines count from 1. */
export interface Outline {
  ruleLines: number[]
}

const DEEPEST = 8

/** Walks over JSON text without building anything: refuses deep nesting, and notes where each rule begins. */
export function outline(source: string): { ok: true; outline: Outline } | { ok: false; error: PackError } {
  const ruleLines: number[] = []
  let line = 1
  let depth = 0
  let key = ''
  let inRules = false
  for (let i = 0; i < source.length; i++) {
    const char = source.charCodeAt(i)
    if (char === 0x0a) line++
    else if (char === 0x22) {
      const end = stringEnd(source, i)
      if (depth === 1) key = source.slice(i + 1, end)
      i = end
    } else if (char === 0x7b || char === 0x5b) {
      depth++
      if (depth === 2) inRules = char === 0x5b && key === 'rules'
      if (depth === 3 && inRules) ruleLines.push(line)
      if (depth > DEEPEST) return { ok: false, error: { line, message: `nested deeper than ${DEEPEST} levels` } }
    } else if (char === 0x7d || char === 0x5d) depth--
  }
  return { ok: true, outline: { ruleLines } }
}

/** The index of the quote that closes the string opened at `begin`, or the end of the text. */
function stringEnd(source: string, begin: number): number {
  for (let i = begin + 1; i < source.length; i++) {
    const char = source.charCodeAt(i)
    if (char === 0x22 || char === 0x0a) return i
    if (char === 0x5c) i++
  }
  return source.length
}
