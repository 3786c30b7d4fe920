import { SafetyCard } from "@/components/requests/safety-card"
import { ButtonLink } from "@/components/ui/button"
import { BackLink, Page } from "@/components/ui/page"
import type { Hazard } from "@/lib/model/hazard"

interface CallFirstProps {
  hazard: Hazard
  back: string
  onwards: string
}

/** The number to call before anything is typed. Nothing stands above it, so that the smallest screen shows it. */
export function CallFirst({ hazard, back, onwards }: CallFirstProps) {
  return (
    <Page>
      <SafetyCard kind={hazard} level={1} />
      <div className="max-w-text space-y-4">
        <p>
          When everyone is outside and you have called us, report it here too. This alerts our on-call team as well.
        </p>
        <ButtonLink href={onwards}>I am safe and I have called – continue</ButtonLink>
        <p>
          <BackLink href={back} label="Back" />
        </p>
      </div>
    </Page>
  )
}
