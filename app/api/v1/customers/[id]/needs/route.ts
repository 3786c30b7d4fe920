import { endpoint } from "@/lib/http/endpoint"
import { editNeeds } from "@/lib/identity/needs/edit-needs"
import { getNeeds } from "@/lib/identity/needs/get-needs"
import { needsOperations } from "@/lib/identity/needs/operations"

export const GET = endpoint(needsOperations.getNeedsOf, getNeeds)
export const PUT = endpoint(needsOperations.editNeedsOf, editNeeds)
