import { decideDangerCheck } from "@/lib/dispatch/danger-checks/decide-danger-check"
import { dangerCheckOperations } from "@/lib/dispatch/danger-checks/operations"
import { endpoint } from "@/lib/http/endpoint"

export const PUT = endpoint(dangerCheckOperations.decideDangerCheck, decideDangerCheck)
