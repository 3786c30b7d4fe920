import { execFile } from "node:child_process"

/** Runs a command of the terminal as a process of its own, on the database of the test unless told otherwise. */
export function runCommand(file: string, args: string[] = [], variables: Record<string, string> = {}) {
  const env = { ...process.env, ...variables }
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      ["--import", "tsx", `lib/commands/${file}.ts`, ...args],
      { env, maxBuffer: 1e8 },
      (error, out, err) => resolve({ code: error ? Number(error.code ?? -1) : 0, out, err }),
    )
    // There is no terminal to ask on.
    child.stdin?.end()
  })
}
