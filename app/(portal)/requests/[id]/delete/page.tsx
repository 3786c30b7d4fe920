import type { Metadata } from "next"
import { Reference } from "@/components/requests/reference"
import { Form } from "@/components/ui/form"
import { Link, PhoneLink } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import { Page, PageTitle } from "@/components/ui/page"
import { Submit } from "@/components/ui/submit"
import { env } from "@/lib/runtime/env"
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
  if (!deletable) return <TooLate reference={reference} here={here} />
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
      {priority === "emergency" ? (
        <Notice tone="warning" title="Is everyone safe now?">
          This is an open emergency. If you still smell gas, an alarm sounds or someone feels ill, keep it and call{" "}
          <PhoneLink number={env().EMERGENCY_PHONE} className="font-bold underline underline-offset-4" />. If you delete
          it, nobody will come.
        </Notice>
      ) : null}
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

function TooLate({ reference, here }: { reference: string; here: string }) {
  return (
    <Page width="text">
      <PageTitle
        back={{ href: here, label: "Back" }}
        caption={<Reference>{reference}</Reference>}
        lede="We have started work on it, or it has ended."
      >
        You cannot delete this request
      </PageTitle>
      <p>
        If you no longer need it, <Link href="/contact">contact us</Link>.
      </p>
    </Page>
  )
}
