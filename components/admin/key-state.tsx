import { Badge } from "@/components/ui/badge"
import { Time } from "@/components/ui/time"
import type { ApiKey } from "@/lib/identity/keys/contract"

export function KeyState({ state, expiresAt, revokedAt }: Pick<ApiKey, "state" | "expiresAt" | "revokedAt">) {
  if (state === "revoked")
    return (
      <>
        <Badge tone="danger">Revoked</Badge> {revokedAt ? <Time value={revokedAt} dateOnly /> : null}
      </>
    )
  if (state === "expired") return <Badge>Expired</Badge>
  return (
    <>
      <Badge tone="success">Active</Badge>{" "}
      {expiresAt ? (
        <>
          until <Time value={expiresAt} dateOnly />
        </>
      ) : null}
    </>
  )
}
