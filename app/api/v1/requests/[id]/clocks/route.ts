import { endpoint } from "@/lib/http/endpoint"
import { serviceLevelOperations } from "@/lib/oversight/service-levels/contract"
import { listClocks } from "@/lib/oversight/service-levels/list-clocks"

export const GET = endpoint(serviceLevelOperations.listClocks, listClocks)
