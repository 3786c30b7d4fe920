import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { AUDIT_REQUEST_EVENT_SQL } from "@/db/audit-request-event"
import { db } from "@/db/client"

const bodyOf = (definition: string) => /\$(?:function)?\$([\s\S]*)\$(?:function)?\$/.exec(definition)?.[1]

test("the audit log copies of each event what EVENT_FIELDS keeps, and nothing else", async () => {
  const [found] = await db.execute<{ body: string }>(
    sql`select prosrc as body from pg_proc where oid = 'audit_request_event'::regproc`,
  )
  const advice = `The trigger on request_events does not follow EVENT_FIELDS in lib/model/event.ts.
Run “npx drizzle-kit generate --custom --name audit_request_event” and put this into the new file of db/migrations:

${AUDIT_REQUEST_EVENT_SQL}
`
  expect(found?.body, advice).toBe(bodyOf(AUDIT_REQUEST_EVENT_SQL))
})

/** Triggers by their tables and then functions, as the catalogue of a freshly migrated database spells them. */
async function definitions(): Promise<string> {
  const tables = await db.execute<{ name: string; triggers: string }>(sql`
    select relname as name, string_agg(pg_get_triggerdef(t.oid) || ';', E'\n' order by tgname collate "C") as triggers
    from pg_trigger t join pg_class c on c.oid = tgrelid
    where relnamespace = 'public'::regnamespace and not tgisinternal group by relname order by relname collate "C"`)
  const functions = await db.execute<{ def: string }>(sql`
    select pg_get_functiondef(oid) as def from pg_proc
    where pronamespace = 'public'::regnamespace order by proname collate "C", oid`)
  return [
    "-- What the database does by itself, as the migrations have left it. Written by db/functions.test.ts, never by hand:",
    "-- after a migration that changes it, “npx vitest run db/functions.test.ts -u” writes it again.",
    ...tables.map(({ name, triggers }) => `\n-- Triggers of ${name}\n${triggers}`),
    ...functions.map(({ def }) => `\n${def.trimEnd()};`),
    "",
  ].join("\n")
}

test("db/functions.sql holds every function and trigger as the migrations have left it", async () => {
  await expect(await definitions()).toMatchFileSnapshot("functions.sql")
})
