import { z } from "zod"
import { operation } from "@/lib/model/operation"
import { Overview, OverviewFilter, ReportDownload } from "./contract"

export const overviewOperations = {
  getOverview: operation({
    method: "get",
    path: "/reports/overview",
    tag: "Reports",
    access: "account",
    status: 200,
    summary: "Get how the service is doing: what is open now, and figures of up to 366 days",
    description:
      "Days are in the utility's time zone and follow requests within a few minutes. A request counts for the day it was received, for its category and for the person it is assigned to now. `resolved` counts the requests resolved on these days. Times leave out what service levels leave out: closed hours and waiting for the customer.",
    input: OverviewFilter,
    example: { category: "meter_fault" },
    output: Overview,
  }),
  downloadReport: operation({
    method: "get",
    path: "/reports/overview/export",
    tag: "Reports",
    access: "account",
    status: 200,
    summary: "Download one table of the overview as CSV (RFC 4180, UTF-8 with a byte order mark)",
    description: "Times are in minutes. Cells that a spreadsheet could read as a formula start with an apostrophe.",
    input: ReportDownload,
    example: { table: "days" },
    output: z.void(),
    file: ["text/csv"],
  }),
}
