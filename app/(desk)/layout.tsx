import type { ReactNode } from "react"
import { DeskOutcome } from "@/components/desk/desk-outcome"
import { requirePermission } from "@/lib/http/require-permission"
import { undoChosen } from "./desk/list-actions"

export default async function DeskLayout({ children }: { children: ReactNode }) {
  await requirePermission("emergency.read")
  return (
    <>
      {children}
      <DeskOutcome undo={undoChosen} />
    </>
  )
}
