import type { Metadata } from "next"
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
  const { id, reference, title, status } = await requestWith((await params).id)
  const here = `/requests/${id}`
  // Said here and not elsewhere: a browser without scripts would send its form again to wherever it is redirected.
  if (status !== "pending") return <TooLate reference={reference} here={here} />
  return (
    <Page width="text">
      <PageTitle
        back={{ href: here, label: "Back" }}
        caption={reference}
        lede={`“${title}” and its files are deleted for good, and nobody will work on it.`}
      >
        Delete this request?
      </PageTitle>
      <Form action={deleteRequest} className="flex flex-wrap items-center gap-4">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="reference" value={reference} />
        <Submit variant="danger">Delete request</Submit>
        <Link href={here}>Keep it</Link>
      </Form>
    </Page>
  )
}

function TooLate({ reference, here }: { reference: string; here: string }) {
  return (
    <Page width="text">
      <PageTitle
        back={{ href: here, label: "Back" }}
        caption={reference}
        lede="Work on it has begun or ended, so it is not pending any more."
      >
        This request cannot be deleted
      </PageTitle>
    </Page>
  )
}
