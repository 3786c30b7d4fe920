import type { Metadata } from "next"
import { ConfirmTwoFactorForm } from "@/components/account/two-factor-forms"
import { CopyButton } from "@/components/ui/copy-button"
import { LINK } from "@/components/ui/link"
import { Page, PageTitle } from "@/components/ui/page"
import { QrCode } from "@/components/ui/qr-code"
import { seeOther } from "@/lib/http/see-other"
import { confirmTwoFactor } from "../actions"
import { loadEnrolment, loadTwoFactor } from "../data"

export const metadata: Metadata = { title: "Set up your app" }

export default async function ConfirmPage() {
  const enrolment = await loadEnrolment()
  // Without scripts this page is made once more to show the recovery codes: then there is nothing left to confirm.
  if (!enrolment && !(await loadTwoFactor()).enabled) seeOther("/profile/two-factor")
  return (
    <Page width="text">
      <PageTitle back={{ href: "/profile/two-factor", label: "Two-factor authentication" }}>
        {enrolment ? "Set up your app" : "Two-factor authentication is on"}
      </PageTitle>
      <ConfirmTwoFactorForm action={confirmTwoFactor}>
        {enrolment ? (
          <>
            <p>Scan this QR code with your app, then enter the code it shows within 15 minutes.</p>
            <QrCode text={enrolment.uri} label="QR code for your authenticator app" />
            <p>
              On this device? {/* Not an address of ours: the app that is registered for it opens. */}
              <a href={enrolment.uri} className={LINK}>
                Open in your authenticator app
              </a>
            </p>
            <div className="space-y-1.5">
              <p>Or enter this key in your app:</p>
              <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
                <p className="font-mono text-lg select-all">{enrolment.secret.match(/.{1,4}/g)?.join(" ")}</p>
                <CopyButton text={enrolment.secret} label="Copy key" />
              </div>
            </div>
          </>
        ) : null}
      </ConfirmTwoFactorForm>
    </Page>
  )
}
