import type { Metadata } from "next"
import { AvailabilityCard } from "@/components/account/availability-card"
import { ConfirmEmail } from "@/components/account/confirm-email"
import { DataCard } from "@/components/account/data-card"
import { HomesCard } from "@/components/account/homes-card"
import { NeedsCard } from "@/components/account/needs-card"
import { ProfileCard } from "@/components/account/profile-card"
import { TwoFactorCard } from "@/components/account/two-factor-state"
import { RosterCard } from "@/components/rosters/roster-card"
import { ButtonLink } from "@/components/ui/button"
import { Card } from "@/components/ui/card"
import { Link } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import { Page, PageTitle } from "@/components/ui/page"
import { getRoster } from "@/lib/dispatch/rosters/get-roster"
import { rosterOperations } from "@/lib/dispatch/rosters/operations"
import { getAvailability } from "@/lib/dispatch/staff/get-availability"
import { staffOperations } from "@/lib/dispatch/staff/operations"
import { signedIn } from "@/lib/http/current-actor"
import { load } from "@/lib/http/load"
import { getNeeds } from "@/lib/identity/needs/get-needs"
import { needsOperations } from "@/lib/identity/needs/operations"
import { getProfile } from "@/lib/identity/profile/get-profile"
import { profileOperations } from "@/lib/identity/profile/operations"
import { may } from "@/lib/model/policy"
import { setAvailability } from "./actions"
import { loadHomes } from "./homes/data"
import { loadTwoFactor } from "./two-factor/data"
import { resendVerification } from "./verification"

export const metadata: Metadata = { title: "Your profile" }

const profile = load(profileOperations.getProfile, getProfile)
const availability = load(staffOperations.getAvailability, getAvailability)

const needs = load(needsOperations.getNeeds, (actor) => getNeeds(actor, {}))
const roster = load(rosterOperations.getRoster, getRoster)

const SAVED = new Map<unknown, string>([
  ["details", "Profile saved"],
  ["password", "Password changed. You have been signed out everywhere else"],
  ["email-asked", "Check your inbox. We have sent a link to your new email address"],
  ["email", "Email address changed. You have been signed out everywhere else"],
  ["availability", "Availability saved"],
  ["needs", "Extra help saved"],
  ["notifications", "Notification settings saved"],
])

export default async function ProfilePage({ searchParams }: PageProps<"/profile">) {
  const saved = SAVED.get((await searchParams).saved)
  const actor = await signedIn()
  const account = await profile()
  return (
    <Page width="text">
      {saved ? <Notice tone="success" title={saved} /> : null}
      <PageTitle>Your profile</PageTitle>
      {account.emailVerifiedAt ? null : (
        <ConfirmEmail action={resendVerification} title="Confirm your email address so that we can start" />
      )}
      {account.mailFailedAt ? (
        <Notice tone="warning" title="Our emails to you are returned">
          We could not deliver an email to {account.email}. Check the address, and change it if it is wrong.{" "}
          <Link href="/profile/email">Change email address</Link>
        </Notice>
      ) : null}
      <ProfileCard account={account} />
      {may(actor, "home.edit") ? (
        <>
          <HomesCard homes={(await loadHomes({})).items} />
          <NeedsCard needs={await needs({})} />
        </>
      ) : null}
      {may(actor, "availability.read") ? (
        <>
          <AvailabilityCard availability={await availability()} action={setAvailability} />
          <RosterCard roster={await roster({ id: actor.id })} />
        </>
      ) : null}
      <Card title="Notifications">
        <ButtonLink href="/profile/notifications" variant="secondary">
          Choose what you are sent
        </ButtonLink>
      </Card>
      <Card title="Where you are signed in">
        <ButtonLink href="/profile/sessions" variant="secondary">
          Manage devices
        </ButtonLink>
      </Card>
      <Card title="Email address">
        <ButtonLink href="/profile/email" variant="secondary">
          Change email address
        </ButtonLink>
      </Card>
      <Card title="Password">
        <ButtonLink href="/profile/password" variant="secondary">
          Change password
        </ButtonLink>
      </Card>
      <TwoFactorCard {...(await loadTwoFactor())} />
      {may(actor, "account.export") ? <DataCard /> : null}
    </Page>
  )
}
