import type { ReactNode } from "react"
import { Outcome } from "@/components/ui/outcome"
import { requirePermission } from "@/lib/http/require-permission"

export default async function DeskLayout({ children }: { children: ReactNode }) {
  await requirePermission("emergency.read")
  return (
    <>
      {children}
      <Outcome />
    </>
  )
}
