import { outcomeOperations } from "@/lib/dispatch/outcome/operations"
import { proposeColleague } from "@/lib/dispatch/outcome/propose-colleague"
import { endpoint } from "@/lib/http/endpoint"
export const POST = endpoint(outcomeOperations.proposeColleague, proposeColleague)
