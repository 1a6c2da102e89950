import { setLanguage, t } from '../i18n/index.ts'
import { PersonError } from '../premises/message.ts'
import { one, parseArguments, type Arguments, type OptionTable } from './arguments.ts'
import { egressCommand, egressOptions } from './commands/egress.ts'
import { importCommand, importOptions } from './commands/import.ts'
import { infoCommand, infoOptions } from './commands/info.ts'
import { routesCommand, routesOptions } from './commands/routes.ts'
import { sampleCommand, sampleOptions } from './commands/sample.ts'
import { sentenceOf } from './sentences.ts'

interface Command {
  readonly run: (args: Arguments) => Promise<unknown>
  readonly options: OptionTable
}

const commands: Readonly<Record<string, Command>> = {
  import: { run: importCommand, options: importOptions },
  info: { run: infoCommand, options: infoOptions },
  routes: { run: routesCommand, options: routesOptions },
  egress: { run: egressCommand, options: egressOptions },
  sample: { run: sampleCommand, options: sampleOptions },
}

process.exitCode = await main(process.argv.slice(2))

/** One JSON document on stdout; messages on stderr; exit code 1 and `{"error":{…}}` for bad input. */
async function main(words: readonly string[]): Promise<number> {
  try {
    const tables = Object.fromEntries(Object.entries(commands).map(([name, { options }]) => [name, options]))
    if (words.length === 0 || words.includes('--help') || words[0] === 'help') {
      process.stderr.write(`${t('cli.help')}\n`)
      return words.length === 0 ? 1 : 0
    }
    const args = parseArguments(words, tables)
    const command = Object.hasOwn(commands, args.command) ? commands[args.command] : undefined
    if (!command)
      throw new PersonError('cli.unknownCommand', {
        command: args.command,
        known: Object.keys(commands).join(' '),
      })
    if (one(args, 'lang') === 'en') await setLanguage('en')
    print(await command.run(args))
    return 0
  } catch (error) {
    const { code, params, where } =
      error instanceof PersonError
        ? error.report
        : { code: 'cli.fault', params: { text: String(error) }, where: undefined }
    if (!(error instanceof PersonError))
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    print({ error: { code, message: sentenceOf(code, params), where: where ?? null } })
    return 1
  }
}

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 1)}\n`)
}
