import { download } from "@/lib/http/download"
import { downloadReport } from "@/lib/oversight/reports/download-report"
import { overviewOperations } from "@/lib/oversight/reports/operations"

export const GET = download(overviewOperations.downloadReport, downloadReport)
