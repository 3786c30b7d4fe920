import { inDatabase } from "./embedded"

/** A job that nobody tries again, as the worker leaves it behind: only what is broken makes one. Gives its id. */
export function failJob(error: string): Promise<string> {
  const payload = { kind: "password_changed", accountId: "00000000-0000-0000-0000-000000000000" }
  return inDatabase((sql) =>
    sql.begin(async (tx) => {
      const [job] = await tx<{ id: string }[]>`
        select id from graphile_worker.add_job('send_mail', ${JSON.stringify(payload)}::text::json)`
      await tx`
        update graphile_worker._private_jobs set attempts = max_attempts, last_error = ${error} where id = ${job?.id ?? 0}`
      return job?.id ?? ""
    }),
  )
}
