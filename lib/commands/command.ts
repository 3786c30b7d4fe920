import { closeDatabase } from "@/db/client"
import { startEmbedded } from "@/db/embedded"
import { prepareEnvironment, readEnvFiles } from "./environment.mjs"

/** Runs a command of the terminal on the same database as `npm start`: a failure is one line and exit code 1. */
export async function command(work: (isEmbedded: boolean) => Promise<void>): Promise<void> {
  readEnvFiles()
  const embedded = await prepareEnvironment(startEmbedded)
  try {
    await work(embedded !== undefined)
  } catch (error) {
    console.error(error instanceof Error ? error.message.split("\n")[0] : error)
    process.exitCode = 1
  } finally {
    await closeDatabase()
    await embedded?.stop()
  }
}
