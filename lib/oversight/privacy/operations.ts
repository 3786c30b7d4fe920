import { z } from "zod"
import { contract, operation } from "@/lib/model/operation"
import { Deletion, Some } from "./contract"

/** The read behind the deletion page; the API does not offer it. */
export const deletionOutlook = contract({
  access: "account",
  input: z.object({}),
  output: z.object({ worked: Some, pending: Some, emergencies: Some }),
})

export const privacyOperations = {
  exportData: operation({
    method: "get",
    path: "/profile/export",
    tag: "Profile",
    access: "account",
    status: 200,
    fails: ["not_found"],
    summary: "Download all your data",
    description:
      "A zip file with `data.json` and your attachments. `data.json` holds your profile, the third parties that can act for you, your sessions, your activity (your actions and changes to your account, with person, time and network address), your unfinished requests, your requests with their timelines, and the remaining records of requests you deleted. For customers only, up to 5 times an hour.",
    input: z.object({}),
    output: z.void(),
    file: ["application/zip"],
  }),
  deleteAccount: operation({
    method: "post",
    path: "/profile/deletion",
    tag: "Profile",
    access: "account",
    status: 204,
    fails: ["not_found"],
    summary: "Delete your account permanently",
    description:
      "For customers only. With two-factor authentication it takes a `code` as well. Refused while we are working on any of your requests; requests not started are cancelled. An emergency that nobody has confirmed, or a request that has to be checked for danger, stays with our staff: we keep its address, words and a phone number until someone has dealt with it, and erase them within an hour. Your personal data is erased. The records of your requests that we must keep by law do not include your name.",
    input: Deletion,
    example: { currentPassword: "correct horse battery" },
    output: z.void(),
  }),
}
