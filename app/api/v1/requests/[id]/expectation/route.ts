import { endpoint } from "@/lib/http/endpoint"
import { getExpectation } from "@/lib/oversight/service-levels/get-expectation"
import { serviceLevelOperations } from "@/lib/oversight/service-levels/operations"

export const GET = endpoint(serviceLevelOperations.getExpectation, getExpectation)
