import { auditOperations } from "@/lib/audit/contract"
import { listAudit } from "@/lib/audit/list"
import { endpoint } from "@/lib/http/endpoint"

export const GET = endpoint(auditOperations.listAudit, listAudit)
