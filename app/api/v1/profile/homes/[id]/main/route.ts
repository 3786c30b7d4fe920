import { endpoint } from "@/lib/http/endpoint"
import { makeHomeMain } from "@/lib/identity/homes/make-home-main"
import { homeOperations } from "@/lib/identity/homes/operations"

export const PUT = endpoint(homeOperations.makeHomeMain, makeHomeMain)
