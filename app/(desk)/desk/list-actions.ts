"use server"

import { refresh } from "next/cache"
import { z } from "zod"
import { colleagueOption } from "@/components/requests/colleague-option"
import type { Option } from "@/components/ui/options"
import { ChangeForm, changeIn, MISSING_PERSON } from "@/lib/dispatch/several/change-form"
import { changeRequests } from "@/lib/dispatch/several/change-requests"
import { ChangedRequests, ChangeRequests } from "@/lib/dispatch/several/contract"
import { listStaff } from "@/lib/dispatch/staff/list-staff"
import { chosenValue } from "@/lib/dispatch/team/chosen-value"
import { requestsIn } from "@/lib/dispatch/team/read-chosen"
import { findUndos } from "@/lib/dispatch/undo/find-undos"
import { undoChanges } from "@/lib/dispatch/undo/undo-changes"
import { UndoForm, undoIn } from "@/lib/dispatch/undo/undo-form"
import { action } from "@/lib/http/action"
import { parse } from "@/lib/http/parse"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { contract } from "@/lib/model/operation"
import { permit } from "@/lib/model/policy"
import { MISSING_REASON } from "@/lib/model/status"
import { matching } from "./matching"

/** Without scripts a list page names nobody to assign to: whoever presses the button is asked then, with everybody to choose from. */
async function askWhom(actor: Actor): Promise<AppError> {
  permit(actor, "request.assign")
  const choices: Option[] = []
  let after: string | undefined
  do {
    const { items, next } = await listStaff(actor, { state: "active", limit: 100, after })
    choices.push(...items.filter(({ role }) => role !== "administrator").map(colleagueOption))
    after = next ?? undefined
  } while (after)
  return new AppError("invalid", MISSING_PERSON, { fields: { assigneeId: MISSING_PERSON }, choices })
}

/** Where each of them wants a reason, one message at the field says so. */
function refuseWithoutReason({ items }: ChangedRequests): void {
  if (!items.every(({ changed, sentence }) => !changed && sentence.endsWith(MISSING_REASON))) return
  throw new AppError("invalid", MISSING_REASON, { fields: { noteForCustomer: MISSING_REASON } })
}

/** With what the button that undoes it sends. */
const Changed = ChangedRequests.extend({ undo: z.string() })

export const changeChosen = action(
  contract({ access: "account", input: ChangeForm, output: Changed }),
  async (actor, form) => {
    if (form.act === "assign" && form.assigneeId === undefined) throw await askWhom(actor)
    const requests = form.all ? await matching(actor, form.matching) : requestsIn(form.chosen)
    const { items } = await changeRequests(actor, {
      ...parse(ChangeRequests, { requests, ...changeIn(form) }),
      everyoneSafe: false,
    })
    if (items.length > 0) refuseWithoutReason({ items })
    const undos = await findUndos(
      actor,
      items.filter(({ changed }) => changed).map(({ id }) => id),
    )
    const undone = items.filter(({ id }) => undos.has(id))
    return { items, undo: undone.map(({ id, version }) => chosenValue({ id, version: version ?? 1 })).join(" ") }
  },
  () => refresh(),
  ({ items, undo }) => ({
    undo,
    ...Object.fromEntries(items.map(({ id, changed, sentence }) => [`${changed ? "done" : "kept"}.${id}`, sentence])),
  }),
)

export const undoChosen = action(
  contract({ access: "account", input: UndoForm, output: ChangedRequests }),
  async (actor, form) => {
    const result = await undoChanges(actor, undoIn(form))
    const refused = result.items.filter(({ changed }) => !changed)
    if (refused.length === result.items.length)
      throw new AppError("conflict", refused.map(({ sentence }) => sentence).join(" "))
    return result
  },
  () => refresh(),
  ({ items }) => {
    const refused = items.filter(({ changed }) => !changed)
    const undone = items.length - refused.length
    const told = items.length === 1 ? items : refused
    return {
      outcome: [items.length > 1 && `Undone: ${undone} of ${items.length}.`, ...told.map(({ sentence }) => sentence)]
        .filter(Boolean)
        .join(" "),
    }
  },
)
