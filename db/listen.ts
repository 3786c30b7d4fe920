import postgres from "postgres"

const RETRY = 500

interface Ears {
  /** A notification of the channel. */
  hear: (payload: string) => void
  /** The connection is lost: until another is made, whatever is said goes unheard. */
  deafen: () => void
}

/**
 * Listens to a channel on a connection of its own, and makes another whenever that is lost: the driver's own way gives
 * up when the server is away for a moment. Settles once it listens; gives what ends it.
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
