import type { Metadata } from "next"
import { EveryoneSafe } from "@/components/requests/everyone-safe"
import { Reference } from "@/components/requests/reference"
import { TooLate } from "@/components/requests/too-late"
import { Form } from "@/components/ui/form"
import { Link } from "@/components/ui/link"
import { Page, PageTitle } from "@/components/ui/page"
import { Submit } from "@/components/ui/submit"
import { Textarea } from "@/components/ui/textarea"
import { cancelOwn } from "../actions"
import { requestWith } from "../request"

type Props = PageProps<"/requests/[id]/cancel">

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { reference } = await requestWith((await params).id)
  return { title: `Cancel request ${reference}` }
}

export default async function CancelPage({ params }: Props) {
  const { id, reference, title, priority, deletable } = await requestWith((await params).id)
  const here = `/requests/${id}`
  // Said here and not elsewhere: a browser without scripts would send its form again to wherever it is redirected.
  if (!deletable) return <TooLate reference={reference} here={here} what="cancel" />
  const isEmergency = priority === "emergency"
  return (
    <Page width="text">
      <PageTitle
        back={{ href: here, label: "Back" }}
        caption={<Reference>{reference}</Reference>}
        lede={
          <>
            We will not work on “<bdi>{title}</bdi>”. It stays in your list as cancelled.
          </>
        }
      >
        Cancel this request?
      </PageTitle>
      {isEmergency ? <EveryoneSafe what="cancel" /> : null}
      <Form action={cancelOwn}>
        <input type="hidden" name="id" value={id} />
        <Textarea
          name="reason"
          label="Why?"
          optional
          hint="For example: the display works again"
          rows={2}
          limit={2000}
        />
        <div className="flex flex-wrap items-center gap-4">
          <Submit variant="danger">{isEmergency ? "Everyone is safe – cancel request" : "Cancel request"}</Submit>
          <Link href={here}>Keep request</Link>
        </div>
      </Form>
    </Page>
  )
}
