import type { ReactNode } from "react"
import { requirePermission } from "@/lib/http/require-permission"
import { OpenDangerChecks } from "./danger-checks"

export default async function DeskLayout({ children }: { children: ReactNode }) {
  await requirePermission("emergency.read")
  return (
    <>
      <OpenDangerChecks />
      {children}
    </>
  )
}
