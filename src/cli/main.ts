import process from 'node:process'
import packageJson from '../../package.json' with { type: 'json' }
import { columns, helpOf, parse, type Command } from './command'
import { oneLine, Refusal } from './refusal'
import { scan } from './scan'

/** Verb -> command. */
const verbs: Record<string, Command> = { scan }

process.exitCode = await main(process.argv.slice(2))

/** 0 on success, 1 on a failed check, 2 on bad usage or unreadable input with one line that says what and where. */
async function main([verb, ...args]: string[]): Promise<number> {
  try {
    return await dispatch(verb, args)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    process.stderr.write(`telltale: ${oneLine(error.message, 1000)}\n`)
    return 2
  }
}

async function dispatch(verb: string | undefined, args: string[]): Promise<number> {
  if (verb === '--help' || verb === '-h' || verb === 'help') return show(overview())
  if (verb === '--version') return show(`${packageJson.version}\n`)
  const command = verb !== undefined && Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
  if (!verb || !command) throw new Refusal(`${verb ? `no verb "${verb}"` : 'a verb is needed'}; one of: ${Object.keys(verbs).join(', ')} (telltale --help)`)
  if (args.includes('--help') || args.includes('-h')) return show(helpOf(verb, command))
  return command.run(parse(verb, command, args))
}

function show(text: string): number {
  process.stdout.write(text)
  return 0
}

function overview(): string {
  const rows = Object.entries(verbs).map(([verb, { summary }]) => [`  ${verb}`, summary] as const)
  return `Telltale: does a model say it is somebody else?\n\nUsage: telltale <verb> [options] [FILE…]\n\n${columns(rows)}\n\ntelltale <verb> --help says more.\n`
}
