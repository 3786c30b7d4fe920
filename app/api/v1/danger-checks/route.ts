import { listDangerChecks } from "@/lib/dispatch/danger-checks/list-danger-checks"
import { dangerCheckOperations } from "@/lib/dispatch/danger-checks/operations"
import { endpoint } from "@/lib/http/endpoint"

export const GET = endpoint(dangerCheckOperations.listDangerChecks, listDangerChecks)
