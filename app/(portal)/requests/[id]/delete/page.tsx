import type { Metadata } from "next"
import { EveryoneSafe } from "@/components/requests/everyone-safe"
import { Reference } from "@/components/requests/reference"
import { TooLate } from "@/components/requests/too-late"
import { Form } from "@/components/ui/form"
import { Link } from "@/components/ui/link"
import { Page, PageTitle } from "@/components/ui/page"
import { Submit } from "@/components/ui/submit"
import { deleteRequest } from "../actions"
import { requestWith } from "../request"

type Props = PageProps<"/requests/[id]/delete">

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { reference } = await requestWith((await params).id)
  return { title: `Delete request ${reference}` }
}

export default async function DeletePage({ params }: Props) {
  const { id, reference, title, priority, deletable } = await requestWith((await params).id)
  const here = `/requests/${id}`
  // Said here and not elsewhere: a browser without scripts would send its form again to wherever it is redirected.
  if (!deletable) return <TooLate reference={reference} here={here} what="delete" />
  return (
    <Page width="text">
      <PageTitle
        back={{ href: here, label: "Back" }}
        caption={<Reference>{reference}</Reference>}
        lede={
          <>
            We will permanently delete “<bdi>{title}</bdi>” and its files, and will not work on it.
          </>
        }
      >
        Delete this request?
      </PageTitle>
      {priority === "emergency" ? <EveryoneSafe what="delete" /> : null}
      <Form action={deleteRequest} className="flex flex-wrap items-center gap-4">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="reference" value={reference} />
        <Submit variant="danger">
          {priority === "emergency" ? "Everyone is safe – delete request" : "Delete request"}
        </Submit>
        <Link href={here}>Keep request</Link>
      </Form>
    </Page>
  )
}
