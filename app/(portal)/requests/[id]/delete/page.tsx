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
  const { id, reference, title, deletable } = await requestWith((await params).id)
  const here = `/requests/${id}`
  // Said here and not elsewhere: a browser without scripts would send its form again to wherever it is redirected.
  if (!deletable) return <TooLate reference={reference} here={here} />
  return (
    <Page width="text">
      <PageTitle
        back={{ href: here, label: "Back" }}
        caption={reference}
        lede={`We will permanently delete “${title}” and its files, and will not work on it.`}
      >
        Delete this request?
      </PageTitle>
      <Form action={deleteRequest} className="flex flex-wrap items-center gap-4">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="reference" value={reference} />
        <Submit variant="danger">Delete request</Submit>
        <Link href={here}>Keep request</Link>
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
        lede="We have started work on it, or it has ended. If you no longer need it, call us."
      >
        You cannot delete this request
      </PageTitle>
    </Page>
  )
}
