import { auditOperations } from "@/lib/audit/contract"
import { exportAudit } from "@/lib/audit/export"
import { download } from "@/lib/http/download"

export const GET = download(auditOperations.exportAudit, exportAudit)
