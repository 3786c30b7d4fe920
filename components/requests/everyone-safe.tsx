import { PhoneLink } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import { env } from "@/lib/runtime/env"

/** Asks whoever is about to take back an open emergency whether everyone is safe. */
export const EveryoneSafe = ({ what }: { what: "cancel" | "delete" }) => (
  <Notice tone="warning" title="Is everyone safe now?">
    This is an open emergency. If you still smell gas, an alarm sounds or someone feels ill, keep it and call{" "}
    <PhoneLink number={env().EMERGENCY_PHONE} className="font-bold underline underline-offset-4" />. If you {what} it,
    nobody will come.
  </Notice>
)
