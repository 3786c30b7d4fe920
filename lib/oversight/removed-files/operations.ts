import { operation } from "@/lib/model/operation"
import { DecidedFile, RemovedFileToDecide } from "./contract"

export const removedFileOperations = {
  decideRemovedFile: operation({
    method: "put",
    path: "/attachments/{id}/decision",
    tag: "Attachments",
    access: "account",
    status: 200,
    summary: "Return a file that the virus scanner removed, or delete it for good",
    description:
      "`GET /attachments/usage` lists these files. A file is kept for 30 days after it was removed. One that is returned is `clean` from then on and is not scanned again. One that is deleted disappears from the attachments of its request, and its name from the history. 409 for a file that was not removed, is no longer kept, is being moved, or whose draft is being filed.",
    input: RemovedFileToDecide,
    example: { decision: "return", reason: "false_alarm" },
    output: DecidedFile,
    fails: ["conflict"],
  }),
}
