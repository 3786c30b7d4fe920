import type { Metadata } from "next"
import { Form } from "@/components/ui/form"
import { Link } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import { Page, PageTitle } from "@/components/ui/page"
import { load } from "@/lib/http/load"
import { describeUnsubscription } from "@/lib/oversight/notifications/end-mails"
import { unsubscriptionCheck } from "@/lib/oversight/notifications/unsubscription-contract"
import { endMails } from "./actions"

export const metadata: Metadata = { title: "Unsubscribe" }

const check = load(unsubscriptionCheck, describeUnsubscription)

export default async function UnsubscribePage({ searchParams }: PageProps<"/unsubscribe">) {
  const { token, done } = await searchParams
  const choose = <Link href="/profile/notifications">Choose which emails you get</Link>
  if (done)
    return (
      <Page width="text">
        <PageTitle>Unsubscribe</PageTitle>
        <Notice tone="success" title="You will get no more of these emails">
          You still find everything when you sign in. {choose}
        </Notice>
      </Page>
    )
  const { about } = await check({ token })
  return (
    <Page width="text">
      <PageTitle
        lede={`Stop emails about: ${about}. We will still email you about emergencies and your account’s security.`}
      >
        Unsubscribe
      </PageTitle>
      <Form action={endMails} submit="Stop these emails" aside={choose}>
        <input type="hidden" name="token" value={String(token)} />
      </Form>
    </Page>
  )
}
