import { operation } from "@/lib/model/operation"
import { PRESENCE_HOLDS_SECONDS } from "@/lib/model/presence"
import { PresenceToSet, PresentPeople } from "./contract"

export const presenceOperations = {
  setPresence: operation({
    method: "put",
    path: "/requests/{id}/presence",
    tag: "Requests",
    access: "account",
    status: 200,
    summary: "Say that you are looking at a request, or writing",
    description: `For staff, about requests that they can see at the desk. It holds for ${PRESENCE_HOLDS_SECONDS} seconds: say it again every 12 seconds while your page is in sight, and straight away when it changes. Nothing of it is kept. The answer is who else is there; the event stream tells of changes as \`presence\`. You can be in 20 places at a time.`,
    input: PresenceToSet,
    example: { doing: "viewing" },
    output: PresentPeople,
    fails: ["too_many_requests"],
  }),
}
