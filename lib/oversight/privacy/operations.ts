import { z } from "zod"
import { contract, operation } from "@/lib/model/operation"
import { Deletion, Some } from "./contract"

/** The read behind the deletion page; the API does not offer it. */
export const deletionOutlook = contract({
  access: "account",
  input: z.object({}),
  output: z.object({ worked: Some, pending: Some }),
})

export const privacyOperations = {
  exportData: operation({
    method: "get",
    path: "/profile/export",
    tag: "Profile",
    access: "account",
    status: 200,
    summary: "Download everything kept about you",
    description:
      "A zip of `data.json` and your attachments, made while it is sent. `data.json` holds your profile, the third parties that may act for you, your sessions, your activity (what you did and what was done to your account, by whom, when and from which address), your draft, your requests with what happened to them, and what is left of those you deleted. For customers; five times an hour at most.",
    input: z.object({}),
    output: z.void(),
    file: true,
  }),
  deleteAccount: operation({
    method: "post",
    path: "/profile/deletion",
    tag: "Profile",
    access: "account",
    status: 204,
    summary: "Delete your account for good",
    description:
      "For customers. Refused while requests are being worked on; pending ones are cancelled. Your personal data is erased; what the law has us keep of your requests names nobody.",
    input: Deletion,
    output: z.void(),
  }),
}
