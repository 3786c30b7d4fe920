import { endpoint } from "@/lib/http/endpoint"
import { serviceLevelOperations } from "@/lib/service-levels/contract"
import { listClocks } from "@/lib/service-levels/list-clocks"

export const GET = endpoint(serviceLevelOperations.listClocks, listClocks)
