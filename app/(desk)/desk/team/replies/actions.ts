"use server"

import { redirect } from "next/navigation"
import { action } from "@/lib/http/action"
import * as deleting from "@/lib/requests/canned-replies/delete-reply"
import * as editing from "@/lib/requests/canned-replies/edit-reply"
import * as making from "@/lib/requests/canned-replies/make-reply"
import { cannedReplyOperations } from "@/lib/requests/canned-replies/operations"

/** Named, so that the page tells one save from the next. */
const saved = ({ id, version }: { id: string; version: number }) =>
  redirect(`/desk/team/replies?saved=${id}.${version}`)

export const makeReply = action(cannedReplyOperations.makeReply, making.makeReply, saved)
export const editReply = action(cannedReplyOperations.editReply, editing.editReply, saved)
export const deleteReply = action(cannedReplyOperations.deleteReply, deleting.deleteReply, () =>
  redirect("/desk/team/replies?deleted=1"),
)
