import { Reference } from "@/components/requests/reference"
import { viewerOf } from "@/components/requests/thumbnail"
import { Form } from "@/components/ui/form"
import { Link } from "@/components/ui/link"
import { Page, PageTitle } from "@/components/ui/page"
import { Select } from "@/components/ui/select"
import { Submit } from "@/components/ui/submit"
import type { FormAction } from "@/lib/http/form-state"
import { FILE_REMOVAL_REASONS } from "@/lib/model/file-removal"
import type { ServiceRequest } from "@/lib/requests/contract"

interface RemoveFileProps {
  request: Pick<ServiceRequest, "id" | "reference" | "attachments">
  /** The id of the file. */
  id: string
  /** The page of the request. */
  address: string
  action: FormAction
}

/** Asks whether a file is to be removed for good. Says so where it is gone, or has to stay. */
export function RemoveFile({
  request: { id: requestId, reference, attachments },
  id,
  address,
  action,
}: RemoveFileProps) {
  const file = attachments.find((it) => it.id === id)
  const back = { href: `${address}#request-files`, label: `Back to request ${reference}` }
  const head = { back, caption: <Reference>{reference}</Reference> }
  if (!file)
    return (
      <Page width="text">
        <PageTitle {...head} lede="It is no longer part of this request.">
          This file was removed
        </PageTitle>
      </Page>
    )
  const { name, removal = "none" } = file
  if (removal === "none")
    return (
      <Page width="text">
        <PageTitle {...head} lede={<WhyNot name={name} />}>
          You cannot remove this file
        </PageTitle>
        <p>
          <Link href={viewerOf(address, id)}>Look at the file</Link>
        </p>
      </Page>
    )
  return (
    <Page width="text">
      <PageTitle
        {...head}
        lede={
          <>
            We will permanently delete “<bdi className="wrap-anywhere">{name}</bdi>”. The timeline will say who removed
            a file and when, but not which file it was.
          </>
        }
      >
        Remove this file?
      </PageTitle>
      <Form action={action} className="space-y-6">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="request" value={requestId} />
        {removal === "with_reason" ? (
          <Select
            name="reason"
            label="Reason"
            hint="This goes on the timeline. The customer may see it."
            placeholder="Choose a reason"
            options={Object.entries(FILE_REMOVAL_REASONS).map(([value, label]) => ({ value, label }))}
          />
        ) : null}
        <p className="flex flex-wrap items-center gap-4">
          <Submit variant="danger">Remove file</Submit>
          <Link href={back.href}>Keep file</Link>
        </p>
      </Form>
    </Page>
  )
}

const WhyNot = ({ name }: { name: string }) => (
  <>
    Someone else attached “<bdi className="wrap-anywhere">{name}</bdi>”, or it is too late. If it must be removed,
    contact a supervisor.
  </>
)
