import { customType, timestamp, uuid } from "drizzle-orm/pg-core"
import { v7 } from "uuid"

/** A UUID of version 7. It grows with time, so lists are paged by id alone. */
export const id = () =>
  uuid("id")
    .primaryKey()
    .$defaultFn(() => v7())

export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })

export const createdAt = () => instant("created_at").notNull().defaultNow()

/** The id of a transaction, with its epoch, so that it is never used again. */
export const transactionId = customType<{ data: string }>({ dataType: () => "xid8" })
