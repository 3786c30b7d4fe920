import { cache } from "react"
import { load } from "@/lib/http/load"
import { getRequest } from "@/lib/requests/get-request"
import { requestOperations } from "@/lib/requests/operations"

const request = load(requestOperations.getRequest, getRequest)

/** Read once, for the page's title and for the page. */
export const requestWith = cache((id: string) => request({ id }))
