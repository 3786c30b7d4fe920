import { SafetyCard } from "@/components/requests/safety-card"
import { ButtonLink } from "@/components/ui/button"
import { BackLink, Page } from "@/components/ui/page"
import type { Hazard } from "@/lib/model/hazard"
import type { SafetyCheck } from "@/lib/model/safety-check"

interface CallFirstProps {
  hazard: Hazard
  check?: SafetyCheck | undefined
  back: string
  onwards: string
}

/** The number to call before anything is typed. Nothing stands above it, so that the smallest screen shows it. */
export function CallFirst({ hazard, check, back, onwards }: CallFirstProps) {
  return (
    <Page>
      <SafetyCard kind={hazard} check={check} level={1} />
      <div className="max-w-text space-y-4">
        <p>
          When everyone is outside and you have called us, report it here too. This alerts our on-call team as well.
        </p>
        <p className="flex flex-wrap gap-3">
          <ButtonLink href={onwards}>I am safe and I have called – continue</ButtonLink>
          <ButtonLink href={onwards} variant="secondary">
            I cannot call – report it here
          </ButtonLink>
        </p>
        <p>
          <BackLink href={back} label="Back" />
        </p>
      </div>
    </Page>
  )
}
