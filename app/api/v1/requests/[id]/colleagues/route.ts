import { listColleagues } from "@/lib/dispatch/outcome/list-colleagues"
import { outcomeOperations } from "@/lib/dispatch/outcome/operations"
import { endpoint } from "@/lib/http/endpoint"
export const GET = endpoint(outcomeOperations.listColleagues, listColleagues)
