interface Option {
  about: string
  /** The placeholder of the value in the help, such as `EMAIL`; without one the option is a switch. */
  value?: string
  required?: true
}

/** All that a command says of itself: its help is made of it, and what it accepts. */
export interface Usage<A extends string = string> {
  /** As `npm run` knows it. */
  name: string
  summary: string
  options: Record<string, Option>
  /** The argument without dashes: one of a few words. */
  argument?: { choices: readonly A[]; about: string }
  /** Examples of what is typed after `npm run name --`, with their effect. */
  examples: readonly (readonly [typed: string, does: string])[]
  /** True for a command that asks for no database. */
  withoutDatabase?: true
  /** The meaning of exit code 1 when it is more than a failure. */
  failure?: string
}

const HELP: Option = { about: "show this help" }

/** The help of a command, as it is printed. */
export function helpOf({ name, summary, options, argument, examples, failure }: Usage): string {
  const rows = Object.entries({ ...options, help: HELP }).map(([option, { value, about, required }]) => [
    `--${option}${value ? ` ${value}` : ""}`,
    required ? `${about} (required)` : about,
  ])
  if (argument) rows.unshift([argument.choices.join("|"), argument.about])
  const typed = ([args]: readonly [string, string]) => `npm run ${name}${args ? ` -- ${args}` : ""}`
  return [
    summary,
    "",
    `Usage: npm run ${name} -- ${argument ? `${argument.choices.join("|")} ` : ""}[options]`,
    "",
    "Options:",
    ...columns(rows),
    "",
    "Examples:",
    ...columns(examples.map((example) => [typed(example), example[1]])),
    "",
    "Exit codes:",
    ...columns([
      ["0", "done"],
      ["1", failure ?? "failed; standard error has the reason"],
    ]),
  ].join("\n")
}

function columns(rows: readonly (readonly string[])[]): string[] {
  const width = Math.max(...rows.map(([left = ""]) => left.length))
  return rows.map(([left = "", right]) => `  ${left.padEnd(width)}  ${right}`)
}
