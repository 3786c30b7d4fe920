import type { Metadata } from "next"
import { Form } from "@/components/ui/form"
import { Link } from "@/components/ui/link"
import { Page, PageTitle } from "@/components/ui/page"
import { Submit } from "@/components/ui/submit"
import { discard } from "../../actions"
import { unfinished } from "../draft-at"

export const metadata: Metadata = { title: "Discard your unfinished request" }

export default async function DiscardPage({ params }: PageProps<"/requests/new/[draft]/discard">) {
  const { id, answers } = await unfinished(params)
  return (
    <Page width="text">
      <PageTitle
        back={{ href: "/requests", label: "Your requests" }}
        caption={answers.title}
        lede="We will permanently delete your answers and the files you have added."
      >
        Discard your unfinished request?
      </PageTitle>
      <Form action={discard} className="flex flex-wrap items-center gap-4">
        <input type="hidden" name="draft" value={id} />
        <Submit variant="danger">Discard request</Submit>
        <Link href="/requests">Keep request</Link>
      </Form>
    </Page>
  )
}
