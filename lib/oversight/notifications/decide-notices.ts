import type { NoticeId } from "@/lib/model/notice"
import { mayHear } from "@/lib/requests/live/may-hear"
import type { NoticeEvent } from "./read-events"
import type { Recipient } from "./recipients"
import { type Audience, rulesFor } from "./rules"

/** Somebody who is told of an event. */
export interface DecidedNotice {
  event: NoticeEvent
  accountId: string
  notice: NoticeId
  /** They did it themselves, and only get an email to keep. */
  confirms: boolean
}

/** Those whom the rules name for an event, before it is asked who may see it. */
export function namedFor(event: NoticeEvent, supervisors: readonly string[]): DecidedNotice[] {
  const found = new Map<string, DecidedNotice>()
  for (const rule of rulesFor(event.kind)) {
    const notice = typeof rule.notice === "function" ? rule.notice(event as never) : rule.notice
    if (!notice) continue
    for (const accountId of membersOf(rule.to, event, supervisors)) {
      const confirms = event.actorId === accountId
      if (confirms && !rule.confirms) continue
      if (!found.has(accountId)) found.set(accountId, { event, accountId, notice, confirms })
    }
  }
  return [...found.values()]
}

/** Whether an event may be about supervisors, so that they have to be known. */
export const concernsSupervisors = ({ kind }: NoticeEvent): boolean =>
  rulesFor(kind).some(({ to }) => to === "supervisors")

/** Whether somebody may be told: those who may see the request, or had it until then. */
export const mayBeTold = ({ event }: DecidedNotice, recipient: Recipient | undefined): recipient is Recipient =>
  recipient !== undefined &&
  mayHear(recipient.actor, {
    customerId: event.customerId ?? "",
    assigneeId: event.assigneeId,
    leftId: formerAssigneeOf(event),
    openTo: [],
    visibleToCustomer: event.visibleToCustomer,
  })

function membersOf(audience: Audience, event: NoticeEvent, supervisors: readonly string[]): readonly string[] {
  const data: Record<string, unknown> = { ...event.data }
  const some = (id: unknown) => (typeof id === "string" ? [id] : [])
  switch (audience) {
    case "customer":
      return some(event.customerId)
    case "assignee":
      return some(event.assigneeId)
    case "newAssignee":
      return some(data.assigneeId)
    case "formerAssignee":
      return some(formerAssigneeOf(event))
    case "mentioned":
      return event.mentionedIds
    case "supervisors":
      return supervisors
  }
}

function formerAssigneeOf({ kind, data }: NoticeEvent): string | null {
  const { from, assigneeId } = data as { from?: string; assigneeId?: string }
  if (kind === "unassigned" || kind === "deleted") return assigneeId ?? null
  return kind === "reassigned" || kind === "escalated" ? (from ?? null) : null
}
