import { endpoint } from "@/lib/http/endpoint"
import { editPremisesNotes } from "@/lib/requests/premises/edit-premises-notes"
import { getPremises } from "@/lib/requests/premises/get-premises"
import { premisesOperations } from "@/lib/requests/premises/operations"

export const GET = endpoint(premisesOperations.getPremises, getPremises)
export const PATCH = endpoint(premisesOperations.editPremisesNotes, editPremisesNotes)
