import { z } from "zod"
import { operation } from "@/lib/model/operation"
import { page, RowLimit } from "@/lib/model/page"
import { AuditEntry, AuditFilter } from "./contract"

export const auditOperations = {
  listAudit: operation({
    method: "get",
    path: "/audit",
    tag: "Audit",
    access: "account",
    status: 200,
    summary: "List the audit log, newest first",
    input: AuditFilter.extend({
      after: z.int("Enter the id of an entry").min(1).optional().describe("Id of the last entry on the previous page"),
      limit: RowLimit.default(20),
    }),
    example: { action: "account.signed_in", limit: 20 },
    output: page(AuditEntry),
  }),
  exportAudit: operation({
    method: "get",
    path: "/audit/export",
    tag: "Audit",
    access: "account",
    status: 200,
    summary: "Download the audit log as CSV (RFC 4180)",
    description:
      "The whole log, or the entries that match the filters. Cells that a spreadsheet could read as a formula start with an apostrophe.",
    input: AuditFilter,
    example: { action: "account.signed_in" },
    output: z.void(),
    file: ["text/csv"],
  }),
}
