import type { RequestOutcome } from "@/lib/dispatch/each-request"
import type { Priority } from "@/lib/model/category"
import type { Status } from "@/lib/model/status"
import type { ChangedRequests } from "./contract"

/** What is told of a request that was changed. */
export interface Changed {
  version: number
  status: Status
  priority: Priority
  assignee: { name: string } | null
}

/** The outcome of one of several requests as it is told; `words` follow its reference. */
export const changedItem = <Row extends Changed>(
  { id, reference, row, problem }: RequestOutcome<Row>,
  words: (row: Row) => string,
): ChangedRequests["items"][number] => ({
  id,
  reference,
  changed: row !== undefined,
  version: row?.version ?? null,
  sentence: row ? `${reference} ${words(row)}` : `${reference ?? id}: ${problem?.message}`,
})
