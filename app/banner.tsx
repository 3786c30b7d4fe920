import { EmergencyBanner } from "@/components/desk/emergency-banner"
import { checkKey } from "@/lib/dispatch/danger-checks/check-key"
import { acknowledgeTogether, takeEmergency } from "./(desk)/desk/actions"
import { loadDangerChecks } from "./danger-checks"
import { loadEmergencies } from "./emergencies"

/** Emergencies come before anything else that a page is about, whatever page staff have open. */
export async function StaffBanner() {
  const found = await loadEmergencies()
  if (!found) return null
  if (found === "unknown")
    return (
      <p role="alert" className="bg-alarm px-4 py-3 font-bold text-on-alarm sm:px-6">
        Emergencies cannot be shown. Reload the page.
      </p>
    )
  const checks = (await loadDangerChecks())?.items ?? []
  return (
    <EmergencyBanner
      emergencies={found.items}
      more={found.next !== null}
      checks={checks.map((it) => ({ key: checkKey(it), title: it.title }))}
      viewer={found.viewer}
      takeOne={takeEmergency}
      takeAll={acknowledgeTogether}
    />
  )
}

/** Begins the title of every page, so that the tab says how many emergencies there are. */
export async function countOfEmergencies(): Promise<string> {
  const found = await loadEmergencies()
  if (!found || found === "unknown" || found.items.length === 0) return ""
  return `(${found.items.length}${found.next ? "+" : ""}) `
}
