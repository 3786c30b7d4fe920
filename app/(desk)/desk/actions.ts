"use server"

import { refresh } from "next/cache"
import { headers } from "next/headers"
import { RedirectType, redirect } from "next/navigation"
import { z } from "zod"
import * as acknowledging from "@/lib/dispatch/acknowledge-request"
import * as assigning from "@/lib/dispatch/assign-request"
import * as notes from "@/lib/dispatch/conversation/leave-note"
import * as messages from "@/lib/dispatch/conversation/send-message"
import { PressedAnswer } from "@/lib/dispatch/danger-checks/answer-form"
import { answerIn } from "@/lib/dispatch/danger-checks/answer-value"
import * as checking from "@/lib/dispatch/danger-checks/decide-danger-check"
import { dangerCheckOperations } from "@/lib/dispatch/danger-checks/operations"
import { emergencyOperations } from "@/lib/dispatch/escalation/operations"
import { MoveInput } from "@/lib/dispatch/move-input"
import * as moving from "@/lib/dispatch/move-request"
import { outcomeOperations } from "@/lib/dispatch/outcome/operations"
import * as proposing from "@/lib/dispatch/outcome/propose-colleague"
import * as returning from "@/lib/dispatch/outcome/return-request"
import * as prioritising from "@/lib/dispatch/prioritise-request"
import * as together from "@/lib/dispatch/reports/acknowledge-together"
import { reportOperations } from "@/lib/dispatch/reports/operations"
import * as separating from "@/lib/dispatch/reports/separate-report"
import { TakeForm, TogetherForm, takenIn, togetherIn } from "@/lib/dispatch/reports/together-form"
import { staffOperations } from "@/lib/dispatch/staff/operations"
import * as staff from "@/lib/dispatch/staff/set-availability"
import { chosenValue } from "@/lib/dispatch/team/chosen-value"
import { findUndos } from "@/lib/dispatch/undo/find-undos"
import { action } from "@/lib/http/action"
import { wordsOnce } from "@/lib/http/words-once"
import type { Actor } from "@/lib/model/actor"
import { PRIORITY_NAMES } from "@/lib/model/category"
import { STATUS_NAMES } from "@/lib/model/status"
import { attachmentOperations } from "@/lib/requests/attachments/operations"
import * as files from "@/lib/requests/attachments/remove-attachment"
import { ServiceRequest } from "@/lib/requests/contract"
import { WrittenWords } from "@/lib/requests/conversation/contract"
import { conversationOperations } from "@/lib/requests/conversation/operations"
import { requestOperations } from "@/lib/requests/operations"
import { stateInWords } from "@/lib/requests/state-in-words"
import { MessageFromForm, NoteFromForm } from "@/lib/requests/unsent/contract"

type Changed = Pick<ServiceRequest, "id" | "reference" | "version" | "status"> & { assignee: { name: string } | null }

/**
 * To the request as it is now. What stands above every page of the desk may say something else now, too. On its own page
 * with scripts nothing moves, and `Outcome` says what was done; from elsewhere the browser goes to the page that does.
 */
async function backTo({ id, reference, version }: Changed) {
  refresh()
  const sent = await headers()
  const page = `/desk/requests/${id}`
  const [path, query] = sent.get("x-path")?.split("?") ?? []
  const isThere = path === page
  const isBeside = path === "/desk" && new URLSearchParams(query).get("open") === reference
  if ((isThere || isBeside) && sent.has("next-action")) return
  redirect(`${page}?changed=${version}`, isThere ? RedirectType.replace : RedirectType.push)
}

const outcome = (request: Changed) => ({ outcome: `Saved: ${stateInWords(request)}` })

/** The request with what a button sends that undoes the change. */
const Undoable = ServiceRequest.extend({ undo: z.string() })

const undoable =
  <Input extends { id: string }>(verb: (actor: Actor, input: Input) => Promise<z.input<typeof ServiceRequest>>) =>
  async (actor: Actor, input: Input) => {
    const request = await verb(actor, input)
    const isPossible = (await findUndos(actor, [request.id])).has(request.id)
    return { ...request, undo: isPossible ? chosenValue(request) : "" }
  }

const undoableOutcome = (request: Changed & { undo: string }) => ({ ...outcome(request), undo: request.undo })

export const setAvailability = action(staffOperations.setAvailability, staff.setAvailability, () => refresh())
export const moveRequest = action(
  { ...requestOperations.moveRequest, input: MoveInput, output: Undoable },
  undoable(moving.moveRequest),
  backTo,
  undoableOutcome,
)
export const acknowledgeRequest = action(
  emergencyOperations.acknowledgeRequest,
  acknowledging.acknowledgeRequest,
  backTo,
  outcome,
)
export const takeEmergency = action(
  { ...emergencyOperations.acknowledgeRequest, input: TakeForm },
  (actor, { chosen }) => acknowledging.acknowledgeRequest(actor, takenIn(chosen)),
  backTo,
  outcome,
)
export const assignRequest = action(
  { ...requestOperations.assignRequest, output: Undoable },
  undoable(assigning.assignRequest),
  backTo,
  undoableOutcome,
)
export const prioritiseRequest = action(
  { ...requestOperations.prioritiseRequest, output: Undoable },
  undoable(prioritising.prioritiseRequest),
  backTo,
  ({ priority, undo }) => ({ outcome: `Priority: ${PRIORITY_NAMES[priority]}`, undo }),
)
/** Whoever has returned it may not see it any more. */
export const returnRequest = action(outcomeOperations.returnRequest, returning.returnRequest, () => {
  refresh()
  redirect("/desk")
})
export const proposeColleague = action(
  outcomeOperations.proposeColleague,
  proposing.proposeColleague,
  backTo,
  ({ reference }) => ({ outcome: `Proposed: supervisors can now see it at ${reference}` }),
)
/** To the request as it is after something was written. With scripts the page stays, and `Outcome` says what was done. */
async function backToTalk({ version }: WrittenWords, form: FormData) {
  refresh()
  if ((await headers()).has("next-action")) return
  redirect(`/desk/requests/${form.get("id")}?changed=${version}`)
}

const noting = { ...conversationOperations.leaveNote, input: NoteFromForm }

/** On a request that a colleague works on, which its writer may not see. */
export const leaveCallNote = action(noting, wordsOnce("note", notes.leaveNote), (_, form) =>
  redirect(`/desk/requests/${form.get("id")}/note?saved=1`),
)

const send = wordsOnce("message", messages.sendMessage)
const Reply = WrittenWords.extend({ undo: z.string() })

export const sendReply = action(
  { ...conversationOperations.sendMessage, input: MessageFromForm, output: Reply },
  async (actor, message) => {
    const sent = await send(actor, { ...message, from: "staff" })
    const { id } = message
    const isMoved = message.afterwards !== undefined && (await findUndos(actor, [id])).has(id)
    return { ...sent, undo: isMoved ? chosenValue({ id, version: sent.version }) : "" }
  },
  backToTalk,
  ({ status, undo }) => ({
    outcome: undo ? `Sent. The request is now ${STATUS_NAMES[status].toLowerCase()}` : "Sent",
    undo,
  }),
)

export const leaveNote = action(noting, wordsOnce("note", notes.leaveNote), backToTalk, (saved) => ({
  outcome: [
    "Note saved",
    namesAfter("Mentioned", saved.mentioned),
    namesAfter("Not told, since they cannot see this request", saved.unreached),
  ]
    .filter(Boolean)
    .join(". "),
}))

const namesAfter = (words: string, people: readonly { name: string }[]) =>
  people.length > 0 && `${words}: ${people.map(({ name }) => name).join(", ")}`

export const removeFile = action(attachmentOperations.removeAttachment, files.removeAttachment, (_, form) => {
  refresh()
  redirect(`/desk/requests/${form.get("request")}?told=file-removed`)
})

export const decideDangerCheck = action(
  { ...dangerCheckOperations.decideDangerCheck, input: PressedAnswer },
  (actor, { answer }) => checking.decideDangerCheck(actor, answerIn(answer)),
  () => refresh(),
  ({ reference, priority }) => ({ reference, priority }),
)
export const separateReport = action(reportOperations.separateReport, separating.separateReport, backTo, outcome)

const emergencies = (count: number) => (count === 1 ? "1 emergency" : `${count} emergencies`)

export const acknowledgeTogether = action(
  { ...reportOperations.acknowledgeTogether, input: TogetherForm },
  (actor, { chosen }) => together.acknowledgeTogether(actor, togetherIn(chosen)),
  () => refresh(),
  ({ taken, left }) => ({
    taken: taken.length > 0 ? `${emergencies(taken.length)} assigned to you` : "",
    left: left.map(({ reason }) => reason).join(" "),
  }),
)
