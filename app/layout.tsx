import type { Metadata, Viewport } from "next"
import { connection } from "next/server"
import { type ReactNode, Suspense } from "react"
import { EmergencyBar } from "@/components/shell/emergency-bar"
import { NotTaken } from "@/components/shell/not-taken"
import { Progress } from "@/components/shell/progress"
import { SiteFooter } from "@/components/shell/site-footer"
import { SiteHeader } from "@/components/shell/site-header"
import { StaffFooter } from "@/components/shell/staff-footer"
import { StaffHeader } from "@/components/shell/staff-header"
import { SendAgain } from "@/components/ui/send-again"
import { SkipLink } from "@/components/ui/skip-link"
import { outdatedForm, viewerIfKnown } from "@/lib/http/current-actor"
import { keptForm } from "@/lib/http/kept-form"
import { unlessAway } from "@/lib/http/unless-away"
import { may } from "@/lib/model/policy"
import { pageCursor } from "@/lib/requests/live/page-cursor"
import { env } from "@/lib/runtime/env"
import { countOfEmergencies, StaffBanner } from "./banner"
import { Bell } from "./bell"
import { OpenDangerChecks } from "./danger-checks"
import { OpenDangerousEmails } from "./dangerous-emails"
import { StaffRail } from "./rail"
import { signOut } from "./sign-out"
import "./globals.css"

export async function generateMetadata(): Promise<Metadata> {
  await connection()
  const { UTILITY_NAME: utility } = env()
  return {
    title: { default: utility, template: `${await countOfEmergencies()}%s – ${utility}` },
    description: `Report a problem with your gas supply to ${utility}, request a service and track it.`,
  }
}

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: "#a31d18",
}

/** Where the page listens from for what changes; nothing while the database is away. */
async function readPageCursor(): Promise<string | undefined> {
  const found = await unlessAway(pageCursor)
  return found === "unknown" ? undefined : found
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Nonces and settings belong to a request: no page is made when building.
  await connection()
  const { UTILITY_NAME: utility, EMERGENCY_PHONE: phone } = env()
  const [outdated, viewer] = await Promise.all([outdatedForm(), viewerIfKnown()])
  const [since, kept] = await Promise.all([viewer && readPageCursor(), outdated ? undefined : keptForm(viewer)])
  const typed = outdated ?? kept
  const worker = viewer && may(viewer, "emergency.read") ? viewer : undefined
  return (
    <html lang="en" data-emergency-phone={phone} data-account={viewer?.id} data-since={since}>
      <body className="flex flex-col">
        <SkipLink />
        <Suspense>
          <Progress />
        </Suspense>
        {viewer && viewer.role !== "customer" ? null : <EmergencyBar phone={phone} />}
        {/* Above the rest also for keyboards: on a phone with large text nothing else would leave room for it. */}
        <StaffBanner />
        {/* Staff and everybody else have the same boxes, so that a session's end takes nothing away that is being typed. */}
        <div className={worker ? "workbench" : "contents"}>
          {worker ? (
            <StaffHeader utility={utility} actor={worker} signOut={signOut}>
              <StaffRail actor={worker} />
            </StaffHeader>
          ) : (
            <SiteHeader
              utility={utility}
              actor={viewer}
              signOut={signOut}
              bell={viewer ? <Bell actor={viewer} /> : null}
            />
          )}
          <div className={worker ? "flex min-w-0 grow flex-col" : "contents"}>
            {worker ? <OpenDangerChecks /> : null}
            {worker ? <OpenDangerousEmails actor={worker} /> : null}
            <main id="main" tabIndex={-1} className="flex-1">
              <SendAgain
                typed={typed}
                notice={typed ? <NotTaken because={outdated ? "outdated" : "signed out"} /> : null}
              >
                {children}
              </SendAgain>
            </main>
            {worker ? <StaffFooter /> : <SiteFooter utility={utility} phone={phone} role={viewer?.role} />}
          </div>
        </div>
      </body>
    </html>
  )
}
