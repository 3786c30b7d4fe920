import { and, eq } from "drizzle-orm"
import { accounts } from "@/db/schema/accounts"
import { emailSql } from "@/lib/identity/accounts/no-email"
import { phoneE164Sql } from "@/lib/platform/phone-e164"

/** The columns of a customer in a list. */
export const customerColumns = {
  id: accounts.id,
  name: accounts.name,
  email: emailSql(accounts.email),
  phone: accounts.phone,
  phoneE164: phoneE164Sql(accounts.phone),
  premises: accounts.premises,
}

/** Customers whom requests can be sent for: not those who are disabled or deleted. */
export const IS_CUSTOMER = and(eq(accounts.role, "customer"), eq(accounts.state, "active"))
