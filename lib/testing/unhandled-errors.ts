import { mkdirSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import type { SerializedError } from "vitest"
import type { Reporter } from "vitest/node"
import { UNHANDLED } from "../commands/test-results.mjs"

/**
 * A reporter for vitest, which fails a run for an error that belongs to no test and names it only in the middle of its
 * output: writes each of them where `npm test` reads what failed. One in the process of vitest itself ends the run
 * before it is reported, so it is written the moment it happens.
 */
export default class UnhandledErrors implements Reporter {
  readonly #errors: object[] = []

  onInit(): void {
    this.#write()
    process.prependListener("unhandledRejection", (error) => this.#add(error, "Unhandled Rejection of vitest"))
    process.on("uncaughtExceptionMonitor", (error) => this.#add(error, "Uncaught Exception of vitest"))
  }

  onTestRunEnd(_modules: unknown, errors: readonly SerializedError[]): void {
    for (const error of errors) this.#add(error)
  }

  #add(error: unknown, type?: string): void {
    const { name, message, stack, cause, ...told } = Object(error) as Error & Record<string, unknown>
    this.#errors.push({
      type: type ?? told.type,
      name,
      message: message ?? String(error),
      stack,
      cause: cause === undefined ? undefined : (Object(cause).message ?? String(cause)),
      file: told.VITEST_TEST_PATH,
      test: told.VITEST_TEST_NAME,
    })
    this.#write()
  }

  #write(): void {
    mkdirSync(dirname(UNHANDLED), { recursive: true })
    writeFileSync(UNHANDLED, JSON.stringify(this.#errors))
  }
}
