import type { Metadata } from "next"
import { ProfileForm } from "@/components/account/profile-form"
import { premisesValues } from "@/components/requests/premises-fields"
import { Page, PageTitle } from "@/components/ui/page"
import { load } from "@/lib/http/load"
import { accountOperations } from "@/lib/identity/accounts/operations"
import { getProfile } from "@/lib/identity/accounts/profile"
import { editProfile } from "../actions"

export const metadata: Metadata = { title: "Change your details" }

const profile = load(accountOperations.getProfile, getProfile)

export default async function EditProfilePage() {
  const { name, phone, premises, version, role } = await profile()
  return (
    <Page width="text">
      <PageTitle back={{ href: "/profile", label: "Your profile" }}>Change your details</PageTitle>
      <ProfileForm
        action={editProfile}
        values={{ name, phone, ...premisesValues(premises) }}
        version={version}
        withPremises={role === "customer"}
      />
    </Page>
  )
}
