// eslint-disable-next-line no-control-regex -- control characters are what this is about
const invisible = /[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff\ud800-\udfff]/gu

/**
 * Text for reading: control characters, lone surrogates and the marks that reorder what is shown are
 * written by name (`⟨U+202E⟩`), so that what a person sees is what is there. Line ends become `\n`.
 */
export function visible(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(invisible, named)
}

function named(character: string): string {
  return `⟨U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟩`
}
