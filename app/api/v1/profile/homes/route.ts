import { endpoint } from "@/lib/http/endpoint"
import { addHome } from "@/lib/identity/homes/add-home"
import { listHomes } from "@/lib/identity/homes/list-homes"
import { homeOperations } from "@/lib/identity/homes/operations"

export const GET = endpoint(homeOperations.listHomes, listHomes)
export const POST = endpoint(homeOperations.addHome, addHome)
