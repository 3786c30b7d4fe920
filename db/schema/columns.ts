import { timestamp, uuid } from "drizzle-orm/pg-core"
import { v7 } from "uuid"

/** Version 7 ids grow with time, so lists page by id alone. */
export const id = () =>
  uuid("id")
    .primaryKey()
    .$defaultFn(() => v7())

export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })

export const createdAt = () => instant("created_at").notNull().defaultNow()
