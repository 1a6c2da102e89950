import { PersonError } from '../premises/message.ts'

export interface Arguments {
  readonly command: string
  readonly files: readonly string[]
  readonly options: ReadonlyMap<string, readonly string[]>
}

/** Options that each command takes; `true` where one may stand several times. */
export type OptionTable = Readonly<Record<string, 'once' | 'many'>>

/**
 * Splits a command line into command, files and `--name value` options.
 * @throws PersonError `cli.unknownOption`, `cli.optionWithoutValue`, `cli.optionTwice`
 */
export function parseArguments(
  words: readonly string[],
  tables: Readonly<Record<string, OptionTable>>,
): Arguments {
  const [command = 'help', ...rest] = words
  const table = tables[command] ?? {}
  const files: string[] = []
  const options = new Map<string, string[]>()
  for (let i = 0; i < rest.length; i++) {
    const word = rest[i] ?? ''
    if (!word.startsWith('--')) {
      files.push(word)
      continue
    }
    const [name = '', inline] = word.slice(2).split(/=(.*)/s)
    const kind = Object.hasOwn(table, name) ? table[name] : undefined
    if (!kind) {
      const known = Object.keys(table).map((each) => `--${each}`)
      throw new PersonError('cli.unknownOption', { option: `--${name}`, known: known.join(' ') || '–' })
    }
    const value = inline ?? rest[++i]
    if (value === undefined) throw new PersonError('cli.optionWithoutValue', { option: `--${name}` })
    const values = options.get(name) ?? []
    if (kind === 'once' && values.length > 0)
      throw new PersonError('cli.optionTwice', { option: `--${name}` })
    options.set(name, [...values, value])
  }
  return { command, files, options }
}

export function one(args: Arguments, name: string): string | undefined {
  return args.options.get(name)?.[0]
}

export function many(args: Arguments, name: string): readonly string[] {
  return args.options.get(name) ?? []
}

/**
 * A number of seconds ≥ 0, or undefined where the option is absent.
 * @throws PersonError `cli.notSeconds`
 */
export function seconds(args: Arguments, name: string): number | undefined {
  const text = one(args, name)
  if (text === undefined) return undefined
  const value = Number(text.replace(',', '.'))
  if (text.trim() === '' || !Number.isFinite(value) || value < 0 || value > 86_400) {
    throw new PersonError('cli.notSeconds', { option: `--${name}`, value: text })
  }
  return value
}

/**
 * One of some words, the first where the option is absent.
 * @throws PersonError `cli.notOneOf`
 */
export function choice<T extends string>(args: Arguments, name: string, words: readonly [T, ...T[]]): T {
  const text = one(args, name)
  if (text === undefined) return words[0]
  const found = words.find((word) => word === text)
  if (!found)
    throw new PersonError('cli.notOneOf', { option: `--${name}`, value: text, known: words.join(' ') })
  return found
}

/** The only file of a command that takes one. */
export function onlyFile(args: Arguments): string {
  const [file, ...more] = args.files
  if (file === undefined || more.length > 0) {
    throw new PersonError('cli.oneFile', { command: args.command, count: args.files.length })
  }
  return file
}
