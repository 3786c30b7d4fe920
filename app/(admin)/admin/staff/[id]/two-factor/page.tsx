import type { Metadata } from "next"
import { RemoveTwoFactorForm } from "@/components/admin/remove-two-factor-form"
import { Page, PageTitle } from "@/components/ui/page"
import { load } from "@/lib/http/load"
import { permitted } from "@/lib/http/permitted"
import { twoFactorOperations } from "@/lib/two-factor/contract"
import { getTwoFactorOf } from "@/lib/two-factor/state"
import { loadMember } from "../../../data"
import { removeTwoFactorOf } from "./actions"

export const metadata: Metadata = { title: "Two-factor authentication" }

const loadState = load(twoFactorOperations.getTwoFactorOf, getTwoFactorOf)

export default async function MemberTwoFactorPage({ params }: PageProps<"/admin/staff/[id]/two-factor">) {
  const actor = await permitted("factor.edit")
  const { id, name } = await loadMember((await params).id)
  const { enabled, recoveryCodesLeft } = await loadState({ id })
  return (
    <Page width="text">
      <PageTitle back={{ href: `/admin/staff/${id}`, label: name }} caption={name}>
        Two-factor authentication
      </PageTitle>
      {enabled ? (
        <p>
          {name} signs in with a code, and has {recoveryCodesLeft} recovery {recoveryCodesLeft === 1 ? "code" : "codes"}{" "}
          left.
        </p>
      ) : (
        <p>{name} does not use it.</p>
      )}
      {enabled && id !== actor.id ? <RemoveTwoFactorForm action={removeTwoFactorOf} id={id} name={name} /> : null}
    </Page>
  )
}
