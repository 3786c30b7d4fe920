import { endpoint } from "@/lib/http/endpoint"
import { listNearestClocks } from "@/lib/oversight/service-levels/list-nearest-clocks"
import { serviceLevelOperations } from "@/lib/oversight/service-levels/operations"
export const GET = endpoint(serviceLevelOperations.listNearestClocks, listNearestClocks)
