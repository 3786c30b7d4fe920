import type { Metadata } from "next"
import { DeleteAccountForm } from "@/components/account/delete-account-form"
import { DeletionFacts, DeletionRefused } from "@/components/account/deletion-facts"
import { Page, PageTitle } from "@/components/ui/page"
import { load } from "@/lib/http/load"
import { getProfile } from "@/lib/identity/profile/get-profile"
import { profileOperations } from "@/lib/identity/profile/operations"
import { foreseeDeletion } from "@/lib/oversight/privacy/foresee-deletion"
import { deletionOutlook } from "@/lib/oversight/privacy/operations"
import { loadTwoFactor } from "../two-factor/data"
import { deleteAccount } from "./actions"

export const metadata: Metadata = { title: "Delete your account" }

const profile = load(profileOperations.getProfile, getProfile)
const outlook = load(deletionOutlook, foreseeDeletion)
const back = { href: "/profile", label: "Your profile" }

export default async function DeleteAccountPage() {
  const { worked, pending, emergencies } = await outlook()
  if (worked.count > 0)
    return (
      <Page width="text">
        <PageTitle back={back}>You cannot delete your account yet</PageTitle>
        <DeletionRefused worked={worked} />
      </Page>
    )
  const [{ email }, { enabled }] = [await profile(), await loadTwoFactor()]
  return (
    <Page width="text">
      <PageTitle back={back}>Delete your account?</PageTitle>
      <DeletionFacts pending={pending} emergencies={emergencies} />
      <DeleteAccountForm
        action={deleteAccount}
        email={email}
        hasEmergency={emergencies.count > 0}
        hasFactor={enabled}
      />
    </Page>
  )
}
