import { withDatabase } from "@/db/backup/connection"
import { env } from "@/lib/runtime/env"

/**
 * Yields what a command does while no other process runs it: the lock is that of a session of its own, and ends with it.
 * @throws Error when another has it
 */
export async function* aloneIn<T>(command: string, work: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T> {
  let release = () => {}
  const done = new Promise<void>((resolve) => {
    release = resolve
  })
  let holding: Promise<void> = Promise.resolve()
  await new Promise<void>((resolve, reject) => {
    holding = withDatabase(env().DATABASE_DIRECT_URL, async (sql) => {
      const [row] = await sql<{ taken: boolean }[]>`select pg_try_advisory_lock(hashtext(${command})) as taken`
      if (!row?.taken) throw new Error(`Another ${command} is running.`)
      resolve()
      await done
    })
    holding.catch(reject)
  })
  try {
    yield* work
  } finally {
    release()
    await holding
  }
}
