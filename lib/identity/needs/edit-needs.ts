import { sql } from "drizzle-orm"
import { type Tx, transaction } from "@/db/client"
import { customerCare } from "@/db/schema/premises"
import { type Actor, authorOf } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { may } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import type { Needs, NeedsChange } from "./contract"
import { authorizeCustomer } from "./get-needs"
import { readNeeds } from "./read-needs"

/**
 * Changes the needs of a customer, or of the actor: what is left out is taken back, but for what they said of being
 * contacted, which is kept with the time when they said it.
 * @returns the needs as they are now
 * @throws AppError `not_found` and `forbidden` by the policy; `conflict` when they have another version by now
 */
export const editNeeds = (actor: Actor, { id = actor.id, ...change }: NeedsChange & { id?: string }): Promise<Needs> =>
  transaction(async (tx) => {
    const customer = await authorizeCustomer(tx, actor, "need.edit", id)
    const before = await readNeeds(tx, actor, customer)
    await write(tx, id, change, may(actor, "visit-password.read", customer))
    const now = await readNeeds(tx, actor, customer)
    const fields = FIELDS.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(now[name]))
    await audit(tx, authorOf(actor), { action: "needs.edited", subject: ["account", id], data: { fields } })
    return now
  })

const FIELDS = ["needs", "language", "visitPassword", "mayContact"] as const

/** A password for visits that the writer may not see stays as it is. */
async function write(tx: Tx, id: string, { version, ...given }: NeedsChange, seesPassword: boolean): Promise<void> {
  const needs = `{${given.needs.join()}}`
  const [language, visitPassword, mayContact] = [
    given.language ?? null,
    given.visitPassword ?? null,
    given.mayContact ?? null,
  ]
  // A row that is not there yet is at its first version.
  const written = await tx.execute(sql`
    insert into ${customerCare} as c (customer_id, needs, language, visit_password, told_at, may_contact, may_contact_at, version)
    select ${id}::uuid, ${needs}::text[], ${language}::text, case when ${seesPassword}::boolean then ${visitPassword}::text end, now(), ${mayContact}::boolean,
      case when ${mayContact}::boolean is not null then now() end, 2
    where ${version}::int = 1 or exists (select from ${customerCare} where customer_id = ${id}::uuid)
    on conflict (customer_id) do update set needs = excluded.needs, language = excluded.language,
      visit_password = case when ${seesPassword}::boolean then excluded.visit_password else c.visit_password end, told_at = excluded.told_at,
      may_contact = coalesce(excluded.may_contact, c.may_contact),
      may_contact_at = case when excluded.may_contact is distinct from c.may_contact
        then coalesce(excluded.may_contact_at, c.may_contact_at) else c.may_contact_at end,
      version = c.version + 1
    where c.version = ${version}::int
    returning 1 as one`)
  if (written.length === 0) throw new AppError("conflict", "This was changed somewhere else. Check it and save again.")
}
