const SEEDS = [0x9e3779b9, 0x85ebca6b] as const

/**
 * A short name for a text: 106 bits in base 36, the same on every machine. Not a seal (anyone can make
 * two texts that share one), and synchronous because pages served over plain HTTP have no `crypto.subtle`.
 * Two seeded runs of cyrb53 (bryc, public domain).
 */
export function fingerprint(text: string): string {
  return SEEDS.map((seed) => cyrb53(text, seed).toString(36).padStart(11, '0')).join('')
}

/** A 53-bit hash, as a whole number. */
export function cyrb53(text: string, seed = 0): number {
  let low = 0xdeadbeef ^ seed
  let high = 0x41c6ce57 ^ seed
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    low = Math.imul(low ^ unit, 2654435761)
    high = Math.imul(high ^ unit, 1597334677)
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  return 4294967296 * (2097151 & high) + (low >>> 0)
}
