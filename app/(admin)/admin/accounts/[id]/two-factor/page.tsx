import type { Metadata } from "next"
import { RemoveTwoFactorForm } from "@/components/admin/remove-two-factor-form"
import { Notice } from "@/components/ui/notice"
import { Page, PageTitle } from "@/components/ui/page"
import { load } from "@/lib/http/load"
import { requirePermission } from "@/lib/http/require-permission"
import type { TwoFactorOf } from "@/lib/identity/two-factor/contract"
import { getTwoFactorOf } from "@/lib/identity/two-factor/get-two-factor-of"
import { twoFactorOperations } from "@/lib/identity/two-factor/operations"
import { Id } from "@/lib/model/text"
import { removeTwoFactorOf } from "./actions"

export const metadata: Metadata = { title: "Two-factor authentication" }

const loadState = load(twoFactorOperations.getTwoFactorOf, getTwoFactorOf)

type Props = PageProps<"/admin/accounts/[id]/two-factor">

export default async function AccountTwoFactorPage({ params, searchParams }: Props) {
  const actor = await requirePermission("factor.edit")
  const { removed, request } = await searchParams
  const from = Id.safeParse(request).data
  const state = await loadState({ id: (await params).id })
  const { accountId, name, enabled, recoveryCodesLeft } = state
  return (
    <Page width="text">
      {removed && !enabled ? (
        <Notice tone="success" title={`Two-factor authentication removed for ${name}`}>
          We have told them by email. They now sign in with their password only.
        </Notice>
      ) : null}
      <PageTitle back={cameFrom(state, from)} caption={name}>
        Two-factor authentication
      </PageTitle>
      {enabled ? (
        <p>
          <bdi>{name}</bdi> signs in with a code and has {recoveryCodesLeft} recovery{" "}
          {recoveryCodesLeft === 1 ? "code" : "codes"} left.
        </p>
      ) : (
        <p>
          <bdi>{name}</bdi> does not use two-factor authentication.
        </p>
      )}
      {enabled && accountId !== actor.id ? (
        <RemoveTwoFactorForm action={removeTwoFactorOf} id={accountId} name={name} request={from} />
      ) : null}
    </Page>
  )
}

/** Customers have no page of their own: one comes from a request of theirs. */
function cameFrom({ accountId, name, role }: TwoFactorOf, request: string | undefined) {
  if (role !== "customer") return { href: `/admin/staff/${accountId}`, label: name }
  return request ? { href: `/desk/requests/${request}`, label: "Request" } : { href: "/desk", label: "Requests" }
}
