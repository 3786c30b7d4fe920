import type { ReactNode } from "react"
import { DeskOutcome } from "@/components/desk/desk-outcome"
import { NewCallKey } from "@/components/desk/new-call-key"
import { requirePermission } from "@/lib/http/require-permission"
import { may } from "@/lib/model/policy"
import { undoChosen } from "./desk/list-actions"

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await requirePermission("emergency.read")
  return (
    <>
      {may(actor, "request.take") ? <NewCallKey /> : null}
      {children}
      <DeskOutcome undo={undoChosen} />
    </>
  )
}
