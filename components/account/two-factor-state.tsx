import { Badge } from "@/components/ui/badge"
import { ButtonLink } from "@/components/ui/button"
import { Card } from "@/components/ui/card"
import { Link } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import type { TwoFactor } from "@/lib/identity/two-factor/contract"

const FEW = 3

/** Actions while two-factor authentication is on. */
export function TwoFactorState({ required, recoveryCodesLeft }: TwoFactor) {
  return (
    <>
      {recoveryCodesLeft <= FEW ? (
        <Notice tone="warning" title={`You have ${countOf(recoveryCodesLeft)} left`}>
          Make new ones, so that you can get in without your app.
        </Notice>
      ) : null}
      <Card title="Sign in with a code" actions={<Badge tone="success">On</Badge>}>
        {required ? (
          <p>It is required of all who work here and cannot be turned off.</p>
        ) : (
          <ButtonLink href="/profile/two-factor/off" variant="secondary">
            Turn it off
          </ButtonLink>
        )}
      </Card>
      <Card title="Recovery codes">
        <div className="space-y-4">
          <p>For when your app is out of reach. {capital(countOf(recoveryCodesLeft))} can still be used.</p>
          <ButtonLink href="/profile/two-factor/codes" variant="secondary">
            Make new recovery codes
          </ButtonLink>
        </div>
      </Card>
    </>
  )
}

/** The state on the profile, with a link to its page. */
export function TwoFactorCard({ enabled }: TwoFactor) {
  return (
    <Card title="Two-factor authentication" actions={enabled ? <Badge tone="success">On</Badge> : <Badge>Off</Badge>}>
      {enabled ? (
        <Link href="/profile/two-factor">Recovery codes, and turning it off</Link>
      ) : (
        <ButtonLink href="/profile/two-factor" variant="secondary">
          Set up two-factor authentication
        </ButtonLink>
      )}
    </Card>
  )
}

const countOf = (left: number) =>
  left === 0 ? "no recovery code" : `${left} recovery ${left === 1 ? "code" : "codes"}`
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
