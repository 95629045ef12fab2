import { parseArgs } from 'node:util'
import { Refusal } from './refusal'

/** An option as it is parsed and as the help shows it; `argument` is absent for a switch. */
export interface Option {
  argument?: string
  multiple?: true
  help: string
}

export type Options = Record<string, Option>

export interface Command<O extends Options = Options> {
  summary: string
  /** After the verb, e.g. `[options] [FILE…]`. */
  usage: string
  options: O
  /** More help, under the options. */
  details: string
  /** Gives the exit code. @throws Refusal on bad usage or input. */
  run(args: Parsed<O>): Promise<number>
}

export interface Parsed<O extends Options> {
  files: string[]
  values: { [K in keyof O]?: O[K] extends { argument: string } ? (O[K] extends { multiple: true } ? string[] : string) : boolean }
}

/** A command with its option names kept for the type of `run`. */
export function command<const O extends Options>(definition: Command<O>): Command {
  return definition as unknown as Command
}

export function parse(verb: string, { options }: Command, args: string[]): Parsed<Options> {
  const known = Object.entries(options).map(([name, { argument, multiple }]) => [name, { type: argument ? 'string' : 'boolean', multiple: multiple ?? false }] as const)
  try {
    const { values, positionals } = parseArgs({ args, options: Object.fromEntries(known), allowPositionals: true })
    return { files: positionals, values: values as Parsed<Options>['values'] }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new Refusal(`${error.message.split('. ')[0]}; see telltale ${verb} --help`)
  }
}

export function helpOf(verb: string, { summary, usage, options, details }: Command): string {
  const rows = Object.entries(options).map(([name, { argument, help }]) => [`  --${name}${argument ? ` ${argument}` : ''}`, help] as const)
  return `${summary}\n\nUsage: telltale ${verb} ${usage}\n\n${columns(rows)}\n\n${details.trim()}\n`
}

export function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `${left.padEnd(width)}  ${right}`).join('\n')
}
