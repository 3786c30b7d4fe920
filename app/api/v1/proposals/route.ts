import { listProposals } from "@/lib/dispatch/outcome/list-proposals"
import { outcomeOperations } from "@/lib/dispatch/outcome/operations"
import { endpoint } from "@/lib/http/endpoint"
export const GET = endpoint(outcomeOperations.listProposals, listProposals)
