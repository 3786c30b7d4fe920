import { parseArgs } from "node:util"
import { startEmbedded } from "@/db/embedded"
import { closeDatabase } from "@/db/pools"
import { prepareEnvironment, readEnvFiles } from "./environment.mjs"
import { helpOf, type Usage } from "./help"
import { reasonOf } from "./reason-of"

/** The parsed options, and the argument if the command takes one. */
type Given<O extends Usage["options"], A extends string> = {
  [K in keyof O]: O[K] extends { value: string }
    ? O[K] extends { required: true }
      ? string
      : string | undefined
    : boolean
} & { argument: A; isEmbedded: boolean }

/**
 * Runs a command of the terminal, on the same database as `npm start` if it needs one. `--help` says what it does and touches nothing; a
 * failure is one line on standard error and exit code 1.
 */
export async function command<const O extends Usage["options"], const A extends string>(
  usage: Usage<A> & { options: O },
  work: (given: Given<O, A>) => Promise<void>,
): Promise<void> {
  if (process.argv.slice(2).some((it) => it === "--help" || it === "-h")) {
    console.log(helpOf(usage))
    return
  }
  let embedded: Awaited<ReturnType<typeof startEmbedded>> | undefined
  try {
    const given = read(usage)
    if (!usage.withoutDatabase) {
      readEnvFiles()
      embedded = await prepareEnvironment(startEmbedded)
    }
    await work({ ...given, isEmbedded: embedded !== undefined } as Given<O, A>)
  } catch (error) {
    const reason = reasonOf(error).split("\n")[0]
    console.error(isMisuse(error) ? `${reason} See: npm run ${usage.name} -- --help` : reason)
    process.exitCode = 1
  } finally {
    await closeDatabase()
    await embedded?.stop()
  }
}

/** Something is wrong with how the command was called: it can be mended by reading its help. */
export class Misuse extends Error {
  override name = "Misuse"
}

const isMisuse = (error: unknown): boolean => error instanceof Misuse

function read({ options, argument }: Usage): Record<string, unknown> {
  const wanted = Object.entries(options)
  const types = wanted.map(([name, { value }]) => [name, { type: value ? "string" : "boolean" } as const])
  const { values, positionals } = parsed(Object.fromEntries(types), argument !== undefined)
  for (const [name, { value, required }] of wanted) {
    if (required && !values[name]) throw new Misuse(`Give --${name} ${value}.`)
    if (!value) values[name] ??= false
  }
  const [chosen, ...more] = positionals
  if (argument && (more.length > 0 || !chosen || !argument.choices.includes(chosen)))
    throw new Misuse(`Give one of: ${argument.choices.join(", ")}.`)
  return { ...values, argument: chosen }
}

function parsed(options: Record<string, { type: "string" | "boolean" }>, allowPositionals: boolean) {
  try {
    return parseArgs({ options, allowPositionals })
  } catch (error) {
    throw new Misuse(`${reasonOf(error).split(". ")[0]}.`)
  }
}
