import { endpoint } from "@/lib/http/endpoint"
import { listHomes } from "@/lib/identity/homes/list-homes"
import { homeOperations } from "@/lib/identity/homes/operations"

export const GET = endpoint(homeOperations.listHomesOf, listHomes)
