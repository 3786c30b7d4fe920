import { download } from "@/lib/http/download"
import { auditOperations } from "@/lib/oversight/audit/contract"
import { exportAudit } from "@/lib/oversight/audit/export-audit"

export const GET = download(auditOperations.exportAudit, exportAudit)
