import { z } from "zod"
import { operation } from "@/lib/model/operation"
import { page } from "@/lib/model/page"
import { AuditEntry, AuditFilter } from "./contract"

export const auditOperations = {
  listAudit: operation({
    method: "get",
    path: "/audit",
    tag: "Audit",
    access: "account",
    status: 200,
    summary: "Who did what, newest first",
    input: AuditFilter.extend({
      after: z.int("Give the id of an entry").min(1).optional().describe("Id of the last entry of the page before"),
      limit: z.number("Give a number of rows").int().min(1).max(100).default(20),
    }),
    output: page(AuditEntry),
  }),
  exportAudit: operation({
    method: "get",
    path: "/audit/export",
    tag: "Audit",
    access: "account",
    status: 200,
    summary: "The same as a file of comma-separated values (RFC 4180)",
    description:
      "The whole log, or what the filters leave of it. A cell that a spreadsheet could take for a formula begins with an apostrophe.",
    input: AuditFilter,
    output: z.void(),
    file: true,
  }),
}
