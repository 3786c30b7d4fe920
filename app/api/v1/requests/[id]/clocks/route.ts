import { endpoint } from "@/lib/http/endpoint"
import { listClocks } from "@/lib/oversight/service-levels/list-clocks"
import { serviceLevelOperations } from "@/lib/oversight/service-levels/operations"

export const GET = endpoint(serviceLevelOperations.listClocks, listClocks)
