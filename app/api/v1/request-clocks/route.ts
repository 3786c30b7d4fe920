import { endpoint } from "@/lib/http/endpoint"
import { serviceLevelOperations } from "@/lib/service-levels/contract"
import { listNearestClocks } from "@/lib/service-levels/list-clocks"

export const GET = endpoint(serviceLevelOperations.listNearestClocks, listNearestClocks)
