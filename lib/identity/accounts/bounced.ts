import { eq, sql } from "drizzle-orm"
import type { Executor } from "@/db/client"
import { bouncedAddresses } from "@/db/schema/inbound-mails"

/** Since when mail to the address of an account comes back; null when it does not. A mark of an earlier address is none. */
export const BOUNCED_AT = sql<Date | null>`(
  select b.failed_at from ${bouncedAddresses} b
  where b.account_id = accounts.id and lower(b.email) = lower(accounts.email))`.mapWith((at: string | Date | null) =>
  at === null ? null : new Date(at),
)

/** Forgets that mail to an account came back, once something shows that it does not. */
export async function forgetBounce(executor: Executor, accountId: string): Promise<void> {
  await executor.delete(bouncedAddresses).where(eq(bouncedAddresses.accountId, accountId))
}
