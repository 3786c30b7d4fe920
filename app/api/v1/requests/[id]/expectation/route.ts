import { endpoint } from "@/lib/http/endpoint"
import { serviceLevelOperations } from "@/lib/oversight/service-levels/contract"
import { getExpectation } from "@/lib/oversight/service-levels/get-expectation"

export const GET = endpoint(serviceLevelOperations.getExpectation, getExpectation)
