/** Mulberry32 (public domain): the same numbers for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

function randomName(random: () => number): string {
  return Array.from({ length: 8 }, () => 'abcdefghijklmnopqrstuvwxyz'[Math.floor(random() * 26)]).join('')
}

/** A redesign that renames every class, each to one other name, as a new build of a site does. */
export function renameClasses(document: Document, random: () => number): void {
  const names = new Map<string, string>()
  for (const element of document.body.querySelectorAll('[class]')) {
    const renamed = (element.getAttribute('class') ?? '').split(/\s+/).filter(Boolean).map((name) => {
      if (!names.has(name)) names.set(name, randomName(random))
      return names.get(name)!
    })
    element.setAttribute('class', renamed.join(' '))
  }
}

const UNWRAPPABLE = 'svg *,math *,table *,ul > *,ol > *,select *,pre *,script,style,head,body'

/** A redesign that puts a layer around some elements. */
export function insertWrappers(document: Document, random: () => number, share = 0.15): void {
  for (const element of [...document.body.querySelectorAll('*')]) {
    if (random() > share || element.matches(UNWRAPPABLE)) continue
    const wrapper = document.createElement(/^(?:SPAN|A|B|I|EM|STRONG|CODE|BUTTON)$/.test(element.tagName) ? 'span' : 'div')
    element.replaceWith(wrapper)
    wrapper.append(element)
  }
}

export const MUTATIONS: Record<string, (document: Document, random: () => number) => void> = {
  'every class renamed': renameClasses,
  'wrappers inserted': (document, random) => insertWrappers(document, random),
  'classes renamed and wrappers inserted': (document, random) => {
    renameClasses(document, random)
    insertWrappers(document, random, 0.3)
  },
}
