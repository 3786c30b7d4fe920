import { getTableName, type SQL, sql } from "drizzle-orm"
import { serviceRequests } from "@/db/schema/requests"
import { FILED_COLUMNS, type FiledRow } from "./request-fields"

const NAMES = FILED_COLUMNS.map((column) => serviceRequests[column].name)
/** The text between the values of one flat SQL template. Templates nested in others take drizzle six times as long to build. */
const PIECES = [
  `insert into ${getTableName(serviceRequests)} (${NAMES.join(", ")}) values (`,
  ...NAMES.slice(1).map(() => ", "),
  ")",
]
const TEMPLATE: TemplateStringsArray = Object.assign(PIECES, { raw: PIECES })

/** The statement that adds a request, with every column that filing has to give, for use in a larger one. */
export const insertRequestSql = (row: FiledRow): SQL =>
  sql(TEMPLATE, ...FILED_COLUMNS.map((column) => serviceRequests[column].mapToDriverValue(row[column])))
