import type { Metadata } from "next"
import type { ReactNode } from "react"
import { EmergencyBanner } from "@/components/desk/emergency-banner"
import { requirePermission } from "@/lib/http/require-permission"
import { may } from "@/lib/model/policy"
import { env } from "@/lib/runtime/env"
import { OpenDangerChecks } from "./danger-checks"
import { acknowledgeRequest } from "./desk/actions"
import { loadEmergencies } from "./emergencies"

/** The tab says how many emergencies wait, whatever page is open in it. */
export async function generateMetadata(): Promise<Metadata> {
  await requirePermission("emergency.read")
  const { items, next } = await loadEmergencies()
  if (items.length === 0) return {}
  const { UTILITY_NAME: utility } = env()
  return { title: { default: utility, template: `(${items.length}${next ? "+" : ""}) %s – ${utility}` } }
}

/** Emergencies come before anything else that a page of the desk is about. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await requirePermission("emergency.read")
  const { items, next } = await loadEmergencies()
  return (
    <>
      <EmergencyBanner
        emergencies={items}
        more={next !== null}
        everybodys={may(actor, "request.assign")}
        // Administrators are given no work.
        action={may(actor, "availability.edit") ? acknowledgeRequest : undefined}
      />
      <OpenDangerChecks />
      {children}
    </>
  )
}
