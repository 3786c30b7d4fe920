import type postgres from "postgres"

/** Drops the indexes of tables that are no constraint's, and gives how to make them again. */
export async function takeIndexes(tx: postgres.TransactionSql, tables: readonly string[]) {
  const indexes = await tx<{ name: string; definition: string }[]>`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
    where indrelid::regclass::text = any(${tables as string[]})
      and not exists (select from pg_constraint where conindid = indexrelid)`
  for (const { name } of indexes) await tx`drop index ${tx(name)}`
  return indexes
}
