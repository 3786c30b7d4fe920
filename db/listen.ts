import postgres from "postgres"

const RETRY = 500

interface Ears {
  /** Called with each notification of the channel. */
  hear: (payload: string) => void
  /** Called when the connection is lost. Notifications are missed until another is made. */
  deafen: () => void
}

/**
 * Listens to a channel on a connection of its own and reconnects whenever that is lost, which the driver's own `listen`
 * gives up when the server is away for a moment. Resolves once it listens.
 * @returns a function that stops listening
 */
export async function listen(url: string, channel: string, { hear, deafen }: Ears): Promise<() => Promise<void>> {
  let closed = false
  let current: postgres.Sql | undefined

  async function connect(): Promise<void> {
    const sql = postgres(url, {
      max: 1,
      connect_timeout: 3,
      idle_timeout: 0,
      max_lifetime: null,
      fetch_types: false,
      onnotice: () => undefined,
      onnotify: (_channel: string, payload: string) => hear(payload),
      onclose: () => lose(sql),
      connection: { application_name: "gas-utility-streams" },
    } as postgres.Options<Record<string, never>>)
    current = sql
    try {
      await sql.unsafe(`listen "${channel}"`)
    } catch (error) {
      if (current === sql) current = undefined
      await sql.end({ timeout: 0 })
      throw error
    }
  }

  function lose(sql: postgres.Sql): void {
    if (closed || current !== sql) return
    current = undefined
    sql.end({ timeout: 0 }).catch(() => undefined)
    deafen()
    tryAgain()
  }

  function tryAgain(): void {
    const again = () => {
      if (!closed) connect().catch(tryAgain)
    }
    setTimeout(again, RETRY).unref()
  }

  await connect()
  return async () => {
    closed = true
    await current?.end({ timeout: 1 })
  }
}
