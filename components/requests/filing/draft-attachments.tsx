import { AttachmentList } from "@/components/requests/attachment-list"
import { Card } from "@/components/ui/card"
import { Form } from "@/components/ui/form"
import { Submit } from "@/components/ui/submit"
import type { FormAction } from "@/lib/http/form-state"
import type { Attachment } from "@/lib/requests/attachments/contract"

interface DraftAttachmentsProps {
  draft: string
  attachments: readonly Attachment[]
  detach: FormAction
}

/** Files that will go with the request, each with a way to take it back. */
export function DraftAttachments({ draft, attachments, detach }: DraftAttachmentsProps) {
  return (
    <Card title="Your files">
      <AttachmentList
        attachments={attachments}
        actionOf={({ id, name }) => (
          <Form action={detach} prefix={`${id}-`} className="">
            <input type="hidden" name="draft" value={draft} />
            <input type="hidden" name="id" value={id} />
            <Submit variant="quiet">
              Remove
              <span className="sr-only">
                {" "}
                <bdi>{name}</bdi>
              </span>
            </Submit>
          </Form>
        )}
      />
    </Card>
  )
}
