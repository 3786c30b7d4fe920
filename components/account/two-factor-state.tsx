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
          Create new codes so that you can sign in without your app.
        </Notice>
      ) : null}
      <Card title="Sign in with a code" actions={<Badge tone="success">On</Badge>}>
        {required ? (
          <p>All staff must use this. You cannot turn it off.</p>
        ) : (
          <ButtonLink href="/profile/two-factor/off" variant="secondary">
            Turn off
          </ButtonLink>
        )}
      </Card>
      <Card title="Recovery codes">
        <div className="space-y-4">
          <p>Use a recovery code if you lose your app. You have {countOf(recoveryCodesLeft)} left.</p>
          <ButtonLink href="/profile/two-factor/codes" variant="secondary">
            Create new recovery codes
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
        <Link href="/profile/two-factor">Manage two-factor authentication</Link>
      ) : (
        <ButtonLink href="/profile/two-factor" variant="secondary">
          Set up two-factor authentication
        </ButtonLink>
      )}
    </Card>
  )
}

const countOf = (left: number) =>
  left === 0 ? "no recovery codes" : `${left} recovery ${left === 1 ? "code" : "codes"}`
