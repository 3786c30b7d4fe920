import { z } from "zod"
import { operation } from "@/lib/model/operation"
import { One } from "@/lib/model/text"
import { BegunUpload, ReadyUpload, UploadToBegin } from "./contract"

export const uploadOperations = {
  beginUpload: operation({
    method: "post",
    path: "/attachments/uploads",
    tag: "Attachments",
    access: "account",
    keys: "request.attach",
    status: 201,
    summary: "Begin to upload a file",
    description: [
      "Answers with an address that takes the content by PUT for ten minutes: of the S3 store if attachments are kept there, otherwise of this service. Send exactly the given headers and no credentials. Then complete the upload, and name its ID in `uploads` when you attach files to a request or send a message.",
      "The file is yours alone, can be used once, and is deleted after 24 hours if it is not attached. An account can have 40 that are not attached: the next takes the place of the oldest that has arrived. 409 if that many are on their way, or an API key has 500 that are not attached. 413 if the file is too large.",
    ].join("\n\n"),
    input: UploadToBegin,
    example: { name: "boiler.jpg", bytes: 245_760, mediaType: "image/jpeg" },
    output: BegunUpload,
    fails: ["conflict", "too_many_requests", "insufficient_storage"],
  }),
  completeUpload: operation({
    method: "post",
    path: "/attachments/uploads/{id}/completion",
    tag: "Attachments",
    access: "account",
    keys: "request.attach",
    status: 200,
    summary: "Complete an upload",
    description:
      "Call this after the content was sent. The file is checked as `POST /requests/{id}/attachments` checks files, and deleted if it is refused. Repeating the call gives the same answer. 409 if nothing has arrived yet.",
    input: One,
    output: ReadyUpload,
    fails: ["conflict", "too_large", "unsupported_media_type", "insufficient_storage"],
  }),
  dropUpload: operation({
    method: "delete",
    path: "/attachments/uploads/{id}",
    tag: "Attachments",
    access: "account",
    keys: "request.attach",
    status: 204,
    summary: "Delete an upload that is not attached",
    input: One,
    output: z.void(),
  }),
}
