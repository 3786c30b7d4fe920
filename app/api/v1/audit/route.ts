import { endpoint } from "@/lib/http/endpoint"
import { listAudit } from "@/lib/oversight/audit/list-audit"
import { auditOperations } from "@/lib/oversight/audit/operations"

export const GET = endpoint(auditOperations.listAudit, listAudit)
