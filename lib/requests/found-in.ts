import { type SQL, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { accounts } from "@/db/schema/accounts"
import { serviceRequests } from "@/db/schema/requests"
import type { FoundIn } from "./contract"
import { value } from "./list-order"

const customers = alias(accounts, "customers")
const { premises } = serviceRequests

/** What is searched for each field, in the words of triggers' `refresh_request_search`. */
const TEXTS = {
  reference: sql`concat_ws(' ', ${serviceRequests.reference}, replace(${serviceRequests.reference}, '-', ''))`,
  title: serviceRequests.title,
  customer: customers.name,
  address: sql`premises_words(${premises} - 'mprn' - 'meterSerial')`,
  mprn: sql`${premises} ->> 'mprn'`,
  meterSerial: sql`concat_ws(' ', ${premises} ->> 'meterSerial', replace(${premises} ->> 'meterSerial', '-', ''))`,
  externalReference: sql`concat_ws(' ', ${serviceRequests.externalReference},
    regexp_replace(${serviceRequests.externalReference}, '[^[:alnum:]]', '', 'g'))`,
  email: sql`known_email(${customers.email})`,
  phone: sql`concat_ws(' ', search_digits(${customers.phone}), search_digits(${serviceRequests.contactPhone}))`,
  description: serviceRequests.description,
} satisfies Record<FoundIn, unknown>

const hasAny = (text: unknown): SQL => sql`' ' || search_fold(${text}) || ' ' like any(${value("patterns")}::text[])`

/** The fields of a request in which words of the search are. Only for a page's own rows. */
export const foundInSql = sql<FoundIn[]>`to_jsonb(array_remove(array[${sql.join(
  Object.entries(TEXTS).map(([name, text]) => sql`case when ${hasAny(text)} then ${name}::text end`),
  sql`, `,
)}], null))`
