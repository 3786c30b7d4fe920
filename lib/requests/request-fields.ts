import type { serviceRequests } from "@/db/schema/requests"
import type { RequestToFile, ServiceRequest } from "./contract"

type Row = typeof serviceRequests.$inferSelect
type NewRow = typeof serviceRequests.$inferInsert

interface Field {
  /** Who gives it its first value: the verb that files, or the database by a default, a trigger or what it holds. */
  filedBy: "verb" | "database"
  /** The answer of the customer that it is made of; every answer is asked for on one of the pages of a draft. */
  askedAs: keyof RequestToFile | null
  /** Where a page or a client of the API finds it. */
  shownAs: keyof ServiceRequest
  /** Where the customer finds it among their data; null for what only the utility needs to know. */
  exportedAs: keyof ServiceRequest | null
  /** Whether it holds what somebody wrote or who somebody is, and is emptied with the account or at the end of its time. */
  erased: boolean
}

/**
 * What becomes of each column of a request. Filing, the view, the export, the erasure and the draft are typed by this
 * table, so that a column that one of them forgets does not compile; that its value arrives there is tested in
 * `lib/oversight/privacy/request-fields.test.ts`.
 */
export const REQUEST_FIELDS = {
  id: { filedBy: "verb", askedAs: null, shownAs: "id", exportedAs: "id", erased: false },
  reference: { filedBy: "verb", askedAs: null, shownAs: "reference", exportedAs: "reference", erased: false },
  customerId: { filedBy: "verb", askedAs: null, shownAs: "customer", exportedAs: null, erased: false },
  assigneeId: { filedBy: "verb", askedAs: null, shownAs: "assignee", exportedAs: "assignee", erased: false },
  category: { filedBy: "verb", askedAs: "category", shownAs: "category", exportedAs: "category", erased: false },
  priority: { filedBy: "verb", askedAs: "happeningNow", shownAs: "priority", exportedAs: "priority", erased: false },
  status: { filedBy: "database", askedAs: null, shownAs: "status", exportedAs: "status", erased: false },
  title: { filedBy: "verb", askedAs: "title", shownAs: "title", exportedAs: "title", erased: true },
  description: {
    filedBy: "verb",
    askedAs: "description",
    shownAs: "description",
    exportedAs: "description",
    erased: true,
  },
  premises: { filedBy: "verb", askedAs: "premises", shownAs: "premises", exportedAs: "premises", erased: true },
  premisesId: { filedBy: "database", askedAs: null, shownAs: "premisesId", exportedAs: null, erased: false },
  contactPreference: {
    filedBy: "verb",
    askedAs: "contactPreference",
    shownAs: "contactPreference",
    exportedAs: "contactPreference",
    erased: false,
  },
  safetyCheck: {
    filedBy: "verb",
    askedAs: "safetyCheck",
    shownAs: "safetyCheck",
    exportedAs: "safetyCheck",
    erased: false,
  },
  contactPhone: {
    filedBy: "verb",
    askedAs: "contactPhone",
    shownAs: "contactPhone",
    exportedAs: "contactPhone",
    erased: true,
  },
  everyoneOutside: {
    filedBy: "verb",
    askedAs: "everyoneOutside",
    shownAs: "everyoneOutside",
    exportedAs: "everyoneOutside",
    erased: false,
  },
  anyoneUnwell: {
    filedBy: "verb",
    askedAs: "anyoneUnwell",
    shownAs: "anyoneUnwell",
    exportedAs: "anyoneUnwell",
    erased: true,
  },
  joinedTo: { filedBy: "verb", askedAs: null, shownAs: "joinedTo", exportedAs: null, erased: false },
  followUpOf: { filedBy: "verb", askedAs: null, shownAs: "followUpOf", exportedAs: "followUpOf", erased: false },
  rating: { filedBy: "database", askedAs: null, shownAs: "rating", exportedAs: "rating", erased: false },
  ratedAt: { filedBy: "database", askedAs: null, shownAs: "rating", exportedAs: null, erased: false },
  externalReference: {
    filedBy: "verb",
    askedAs: null,
    shownAs: "externalReference",
    exportedAs: "externalReference",
    erased: true,
  },
  externalSource: { filedBy: "verb", askedAs: null, shownAs: "externalReference", exportedAs: null, erased: true },
  channel: { filedBy: "verb", askedAs: null, shownAs: "channel", exportedAs: "channel", erased: false },
  takenBy: { filedBy: "verb", askedAs: null, shownAs: "takenBy", exportedAs: null, erased: false },
  unconfirmed: { filedBy: "database", askedAs: null, shownAs: "waitsFor", exportedAs: null, erased: false },
  version: { filedBy: "database", askedAs: null, shownAs: "version", exportedAs: null, erased: false },
  createdAt: { filedBy: "database", askedAs: null, shownAs: "createdAt", exportedAs: "createdAt", erased: false },
  updatedAt: { filedBy: "database", askedAs: null, shownAs: "updatedAt", exportedAs: "updatedAt", erased: false },
} as const satisfies Record<keyof Row, Field>

type Fields = typeof REQUEST_FIELDS
type ColumnsWhere<Is extends Partial<Field>> = {
  [Column in keyof Fields]: Fields[Column] extends Is ? Column : never
}[keyof Fields]

/** The columns that filing must set, including those that may be null. */
export type FiledRow = Required<Pick<NewRow, ColumnsWhere<{ filedBy: "verb" }>>>

export const FILED_COLUMNS = (Object.keys(REQUEST_FIELDS) as (keyof Fields)[]).filter(
  (column): column is keyof FiledRow => REQUEST_FIELDS[column].filedBy === "verb",
)

/** Columns that erasure has to empty. */
export type ErasedColumn = ColumnsWhere<{ erased: true }>

/** Fields that the export has to hold. */
export type ExportedField = NonNullable<Fields[keyof Fields]["exportedAs"]>

/** Answers that the pages of a draft have to ask for. */
export type Answer = keyof RequestToFile | NonNullable<Fields[keyof Fields]["askedAs"]>
