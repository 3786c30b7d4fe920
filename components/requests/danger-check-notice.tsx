import { PhoneLink } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import type { Hazard } from "@/lib/model/hazard"
import { isOpen } from "@/lib/model/status"
import type { ServiceRequest } from "@/lib/requests/contract"
import { env } from "@/lib/runtime/env"

const WHEN: Record<Hazard, string> = {
  gas: "If you smell gas or feel unwell",
  carbon_monoxide: "If an alarm is sounding or anyone feels unwell",
}

/** For the customer, while staff check whether what they wrote is an emergency. */
export function DangerCheckNotice({ request: { danger, status } }: { request: ServiceRequest }) {
  if (danger?.check !== "open" || !isOpen(status)) return null
  return (
    <Notice tone="warning" title="We are checking whether this is an emergency">
      {WHEN[danger.hazard]}, go outside and call{" "}
      <PhoneLink number={env().EMERGENCY_PHONE} className="font-bold underline" /> now.
    </Notice>
  )
}
