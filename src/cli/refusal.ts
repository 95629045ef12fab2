/** Bad usage or unreadable input: the command ends with 2 and this one line. */
export class Refusal extends Error {}

/** A place in an input, as editors and compilers write it. */
export interface Place {
  file: string
  line: number
}

export function refuseAt({ file, line }: Place, what: string): Refusal {
  return new Refusal(`${file}:${line}: ${what}`)
}

/** Text from anywhere on one line of a terminal, cut to a sensible length. */
export function oneLine(text: string, most = 400): string {
  // eslint-disable-next-line no-control-regex -- control characters are what must not reach a terminal
  const line = text.replace(/[\0-\x1f\x7f-\x9f\u2028\u2029]+/g, ' ')
  return line.length > most ? `${line.slice(0, most)}…` : line
}
