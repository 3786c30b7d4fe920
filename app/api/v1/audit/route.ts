import { endpoint } from "@/lib/http/endpoint"
import { auditOperations } from "@/lib/oversight/audit/contract"
import { listAudit } from "@/lib/oversight/audit/list-audit"

export const GET = endpoint(auditOperations.listAudit, listAudit)
