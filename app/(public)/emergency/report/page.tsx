import type { Metadata } from "next"
import { ButtonLink } from "@/components/ui/button"
import { Icon } from "@/components/ui/icon"
import { Page, PageTitle } from "@/components/ui/page"
import { REPORTABLE } from "@/lib/dispatch/emergency-reports/contract"
import { safetyCheckFacts } from "@/lib/model/safety-check"
import { withoutAccount } from "./visitors"

export const metadata: Metadata = { title: "Report an emergency" }

export default async function ReportPage() {
  await withoutAccount()
  const answers = [
    ...REPORTABLE.map((id) => ({
      href: `/emergency/report/call?danger=${id}#call`,
      label: safetyCheckFacts(id).answer,
    })),
    { href: "/requests/new", label: "Something else" },
  ]
  return (
    <Page width="text">
      <PageTitle back={{ href: "/emergency", label: "What to do in an emergency" }}>
        Is anyone in danger right now?
      </PageTitle>
      <ul className="space-y-3">
        {answers.map(({ href, label }) => (
          <li key={href}>
            <ButtonLink href={href} variant={href.startsWith("/emergency") ? "alarmAnswer" : "answer"}>
              <span className="min-w-0 flex-1">{label}</span>
              <Icon name="chevron-right" />
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Page>
  )
}
