import { eq } from "drizzle-orm"
import { transaction } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { homesToLink } from "@/db/schema/premises"
import { linkHomes } from "./link-homes"

/** Links a customer to the record of their profile's address without waiting for the job, if that is still to be done. */
export const linkHomeNow = (customerId: string): Promise<void> =>
  transaction(async (tx) => {
    const [found] = await tx
      .select({ premises: accounts.premises })
      .from(homesToLink)
      .innerJoin(accounts, eq(accounts.id, homesToLink.accountId))
      .where(eq(homesToLink.accountId, customerId))
      .for("update", { of: accounts })
    if (found?.premises) await linkHomes(tx, [{ customerId, premises: found.premises }])
  })
