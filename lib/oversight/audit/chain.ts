import { createHash } from "node:crypto"
import { sql } from "drizzle-orm"
import { auditEntries } from "@/db/schema/records"

/** The hash before the first link. */
export const GENESIS = "0".repeat(64)

/** An entry as the database writes it, column by column: the chain covers nothing that a program could read in two ways. */
export const ENTRY_TEXT = sql<string>`jsonb_build_array(${auditEntries.id}, ${auditEntries.action}, ${auditEntries.subjectType},
  ${auditEntries.subjectId}, ${auditEntries.actorId}, ${auditEntries.apiKeyId}, ${auditEntries.address},
  ${auditEntries.data}::text, extract(epoch from ${auditEntries.createdAt})::text)::text`

/** The hash of a link: it covers the entry and, by the hash before, all that came earlier. */
export const link = (before: string, entryText: string): string =>
  createHash("sha256").update(`${before}\n${entryText}`).digest("hex")
