import { download } from "@/lib/http/download"
import { exportAudit } from "@/lib/oversight/audit/export-audit"
import { auditOperations } from "@/lib/oversight/audit/operations"

export const GET = download(auditOperations.exportAudit, exportAudit)
