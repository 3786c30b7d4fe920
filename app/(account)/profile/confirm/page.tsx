import type { Metadata } from "next"
import { ConfirmForm } from "@/components/account/confirm-form"
import { Page, PageTitle } from "@/components/ui/page"
import { load } from "@/lib/http/load"
import { ownPath } from "@/lib/http/own-path"
import { getProfile } from "@/lib/identity/profile/get-profile"
import { profileOperations } from "@/lib/identity/profile/operations"
import { loadTwoFactor } from "../two-factor/data"
import { confirmSession } from "./actions"

export const metadata: Metadata = { title: "Confirm it is you" }

const profile = load(profileOperations.getProfile, getProfile)

export default async function ConfirmPage({ searchParams }: PageProps<"/profile/confirm">) {
  const next = ownPath((await searchParams).next)
  const [{ email }, { enabled }] = [await profile(), await loadTwoFactor()]
  return (
    <Page width="text">
      <PageTitle lede="We ask for this every 15 minutes before changes to staff, keys and settings. What you typed is kept.">
        Confirm it is you
      </PageTitle>
      <ConfirmForm action={confirmSession} email={email} next={next} hasFactor={enabled} />
    </Page>
  )
}
