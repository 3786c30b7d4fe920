import postgres from "postgres"
import { applicationName } from "@/db/application-name"
import { type ConnectionSettings, serverSettings } from "@/db/connection-settings"

/** Sets up the driver for one connection, which it makes with the first statement. `onLost` is called when it closes. */
export function openDriver(settings: ConnectionSettings, onLost: () => void): postgres.Sql {
  const sql = postgres(settings.url, {
    max: 1,
    connect_timeout: 3,
    idle_timeout: 0,
    max_lifetime: null,
    // Drizzle reads and writes arrays itself, and nobody would catch a failure of the driver's own statement for types.
    fetch_types: false,
    onnotice: () => undefined,
    onclose: onLost,
    connection: {
      application_name: applicationName(),
      ...(!settings.pooled && { ...serverSettings(settings), default_transaction_read_only: settings.readsOnly }),
    },
  })
  Object.assign(sql.options.parsers, settings.parsers.parsers)
  Object.assign(sql.options.serializers, settings.parsers.serializers)
  return sql
}

/** Each prepared statement takes memory on both sides, so only this many different texts are prepared. */
const MOST_PREPARED = 1000
const preparedTexts = new Set<string>()

/** Whether a statement is sent as a prepared one. The first thousand texts are. */
export function isPrepared(text: string): boolean {
  return preparedTexts.has(text) || (preparedTexts.size < MOST_PREPARED && preparedTexts.add(text) !== undefined)
}
