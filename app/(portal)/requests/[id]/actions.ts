"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import * as details from "@/lib/dispatch/add-details"
import * as requests from "@/lib/dispatch/delete-request"
import { action } from "@/lib/http/action"
import { requestOperations } from "@/lib/requests/operations"

export const deleteRequest = action(requestOperations.deleteRequest, requests.deleteRequest, (_, form) => {
  // Going back reads the page again, which then says what has become of the request.
  refresh()
  redirect(`/requests?deleted=${encodeURIComponent(String(form.get("reference")))}`)
})

export const addDetails = action(requestOperations.addDetails, details.addDetails, ({ id }) =>
  redirect(`/requests/${id}?added=details`),
)
