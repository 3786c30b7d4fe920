import postgres from "postgres"

/** Throws while an app or worker uses the database: it would go on with what is no longer there, and write it anew. */
export async function refuseWhileInUse(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 5 })
  const users = await sql<{ pid: number }[]>`
    select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
      and (application_name like 'gas-utility%' or query ~ 'graphile_worker|jobs:insert')`.finally(() => sql.end())
  if (users.length > 0)
    throw new Error(
      `Refused: an app or worker is using the database (open connections: ${users.length}). Stop it first.`,
    )
}
