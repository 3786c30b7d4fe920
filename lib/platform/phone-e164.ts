import { type SQL, sql } from "drizzle-orm"
import type { PgColumn } from "drizzle-orm/pg-core"
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/min"
import { env } from "@/lib/runtime/env"

/**
 * A phone number as machines dial it (ITU-T E.164, such as +441514960000), read as people in PHONE_COUNTRY write it; null
 * for what is no number there.
 */
export function phoneE164(phone: string): string | null {
  const country = env().PHONE_COUNTRY
  const read = parsePhoneNumberFromString(phone, isSupportedCountry(country) ? (country as CountryCode) : undefined)
  return read?.isPossible() ? read.number : null
}

/** A column of phone numbers, read as `phoneE164` does. */
export const phoneE164Sql = (column: PgColumn): SQL<string | null> =>
  sql<string | null>`${column}`.mapWith((phone: string) => phoneE164(phone))
