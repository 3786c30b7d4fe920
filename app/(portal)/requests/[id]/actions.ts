"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"
import * as messages from "@/lib/dispatch/conversation/send-message"
import * as requests from "@/lib/dispatch/delete-request"
import * as cancelling from "@/lib/dispatch/outcome/cancel-own"
import * as confirming from "@/lib/dispatch/outcome/confirm-fixed"
import * as correcting from "@/lib/dispatch/outcome/correct-request"
import { outcomeOperations } from "@/lib/dispatch/outcome/operations"
import * as reopening from "@/lib/dispatch/outcome/reopen-own"
import { action } from "@/lib/http/action"
import { wordsOnce } from "@/lib/http/words-once"
import { attachmentOperations } from "@/lib/requests/attachments/operations"
import * as files from "@/lib/requests/attachments/remove-attachment"
import { conversationOperations } from "@/lib/requests/conversation/operations"
import { requestOperations } from "@/lib/requests/operations"
import { MessageFromForm } from "@/lib/requests/unsent/contract"

export const deleteRequest = action(requestOperations.deleteRequest, requests.deleteRequest, (_, form) => {
  // Going back reads the page again, which then says what has become of the request.
  refresh()
  redirect(`/requests?deleted=${encodeURIComponent(String(form.get("reference")))}`)
})

export const sendMessage = action(
  { ...conversationOperations.sendMessage, input: MessageFromForm },
  wordsOnce("message", messages.sendMessage),
  (_, form) => redirect(`/requests/${form.get("id")}?sent=message#messages`),
)

export const removeFile = action(attachmentOperations.removeAttachment, files.removeAttachment, (_, form) => {
  refresh()
  redirect(`/requests/${form.get("request")}?told=file-removed`)
})

export const confirmFixed = action(outcomeOperations.confirmFixed, confirming.confirmFixed, ({ id }) =>
  redirect(`/requests/${id}?told=fixed`),
)

/** To the request that goes on: this one, or a new one. */
export const reopenOwn = action(outcomeOperations.reopenOwn, reopening.reopenOwn, ({ id }) =>
  redirect(`/requests/${id}?told=not-fixed`),
)

export const cancelOwn = action(outcomeOperations.cancelOwn, cancelling.cancelOwn, ({ id }) =>
  redirect(`/requests/${id}?told=cancelled`),
)

export const correctRequest = action(
  outcomeOperations.correctRequest,
  // The form has all of it: a phone that is not there was taken out.
  (actor, { contactPhone = null, ...correction }) => correcting.correctRequest(actor, { ...correction, contactPhone }),
  ({ id }) => redirect(`/requests/${id}?told=corrected`),
)
