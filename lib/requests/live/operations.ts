import { z } from "zod"
import { operation } from "@/lib/model/operation"
import { WatchInput } from "./contract"

export const liveOperations = {
  watchChanges: operation({
    method: "get",
    path: "/events",
    tag: "Requests",
    access: "account",
    keys: "request.read",
    status: 200,
    summary: "Hear what changes, as it happens",
    description: [
      "Server-sent events, until you close the stream or your access ends. `change` is sent within two seconds of whatever happens to a request that you may see, or could see until then: `requestId`, `reference`, `kind` (as in the timeline), `version` (null when it was deleted) and `at`. Read the request again to learn more.",
      "Staff also hear `alert`, which says no more than that emergencies or checks for danger may have changed: read `/emergencies` and `/danger-checks` again. They hear `presence` when a colleague opens or leaves a request that they can see at the desk, or starts or stops writing there: `requestId`, and `items` as `PUT /requests/{id}/presence` answers.",
      "`bell` comes when your notifications are read elsewhere or you are told of an email: `unread`, as `GET /notifications` says. Supervisors and administrators also hear it, without `unread`, when someone else is told of an email that may report a danger, or has dealt with one. `email` says whether it was about one.",
      "`files` comes when the pictures of an attached photo are made, or when the virus scanner has seen a file: `requestId`, or `draftId` for a file of a request that you have not sent yet. It is no change of the request, whose version stays: read its attachments again.",
      "`ready` comes first. Keep the `id` of the last message and send it as `Last-Event-ID`, as browsers do, or as `since`: what you missed in the last 24 hours comes first. `reset` means that it cannot be told, because you were away for longer or too much has happened: read again what you keep. A comment every 20 seconds shows that the connection is alive. An account or key may have ten streams open at a time.",
    ].join("\n\n"),
    input: WatchInput,
    example: { since: "mx1jtvk0.740:742:740" },
    output: z.void(),
    file: ["text/event-stream"],
    fails: ["too_many_requests"],
  }),
}
