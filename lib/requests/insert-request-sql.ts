import { getTableName, type SQL, sql } from "drizzle-orm"
import { premisesRecords } from "@/db/schema/premises"
import { serviceRequests } from "@/db/schema/requests"
import { placeOf } from "@/lib/identity/premises/keep-premises-sql"
import { FILED_COLUMNS, type FiledRow } from "./request-fields"

const NAMES = FILED_COLUMNS.map((column) => serviceRequests[column].name)
const RECORD = `select id from ${getTableName(premisesRecords)} where`
/** The text between the values of one flat SQL template. Templates nested in others take drizzle six times as long to build. */
const PIECES = [
  `insert into ${getTableName(serviceRequests)} (${NAMES.join(", ")}, ${serviceRequests.premisesId.name}) values (`,
  ...NAMES.slice(1).map(() => ", "),
  `, coalesce((${RECORD} supply_key = `,
  ` order by id limit 1), (${RECORD} key = `,
  ")))",
]
const TEMPLATE: TemplateStringsArray = Object.assign(PIECES, { raw: PIECES })

/**
 * The statement that adds a request, with every column that filing has to give, for use in a larger one. It belongs to the
 * record of its premises, which is there by then.
 */
export function insertRequestSql(row: FiledRow): SQL {
  const { supply_key, key } = placeOf(row.premises)
  const values = FILED_COLUMNS.map((column) => serviceRequests[column].mapToDriverValue(row[column]))
  return sql(TEMPLATE, ...values, supply_key, key)
}
