import type { Metadata } from "next"
import { Answers } from "@/components/requests/filing/answers"
import { Form } from "@/components/ui/form"
import { Page, PageTitle } from "@/components/ui/page"
import { STEPS } from "@/lib/requests/draft-steps"
import { file } from "../actions"
import { draftAt } from "../draft-at"

export const metadata: Metadata = { title: "Check your answers – New request" }

export default async function CheckPage() {
  const draft = await draftAt("check")
  return (
    <Page width="text">
      <PageTitle back={{ href: STEPS.attachments, label: "Back" }} lede="Nothing is sent until you file the request.">
        Check your answers
      </PageTitle>
      <Answers draft={draft} />
      <Form action={file} submit="File this request" className="">
        {null}
      </Form>
    </Page>
  )
}
