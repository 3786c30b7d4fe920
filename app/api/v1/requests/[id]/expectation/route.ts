import { endpoint } from "@/lib/http/endpoint"
import { serviceLevelOperations } from "@/lib/service-levels/contract"
import { getExpectation } from "@/lib/service-levels/get-expectation"

export const GET = endpoint(serviceLevelOperations.getExpectation, getExpectation)
