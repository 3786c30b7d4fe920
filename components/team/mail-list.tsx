import { Reference } from "@/components/requests/reference"
import { REASON_WORDS } from "@/components/team/mail-words"
import { Badge } from "@/components/ui/badge"
import { Radios } from "@/components/ui/choices"
import { EmailText } from "@/components/ui/email-text"
import { Field } from "@/components/ui/field"
import { Fold } from "@/components/ui/fold"
import { Form } from "@/components/ui/form"
import { Link } from "@/components/ui/link"
import { Submit } from "@/components/ui/submit"
import { Time } from "@/components/ui/time"
import type { FormAction } from "@/lib/http/form-state"
import type { KeptMail } from "@/lib/oversight/inbound-mails/contract"

interface MailListProps {
  mails: readonly KeptMail[]
  file: FormAction
  drop: FormAction
}

const FIXED = [
  { value: "true", label: "Not fixed: reopen it" },
  { value: "false", label: "Only a message" },
]

/** Emails that could not become a message, each to be added to a request or dropped. */
export const MailList = ({ mails, file, drop }: MailListProps) => (
  <ul className="-my-4 divide-y divide-line">
    {mails.map((mail) => (
      <li key={mail.id} className="space-y-2 py-4">
        <Head {...mail} />
        {mail.text ? (
          <p dir="auto" className="max-h-64 overflow-y-auto wrap-anywhere whitespace-pre-line">
            {mail.text}
          </p>
        ) : null}
        {mail.files.length > 0 ? (
          <p className="text-sm text-muted wrap-anywhere">
            Files: <bdi>{mail.files.join(", ")}</bdi>
          </p>
        ) : null}
        {mail.isSent ? null : <FileForm mail={mail} action={file} />}
        <Form action={drop} prefix={`drop-${mail.id}-`}>
          <input type="hidden" name="id" value={mail.id} />
          <Submit variant="secondary">
            {mail.isSent ? "Mark as read" : "Drop email"}
            <span className="sr-only"> {mail.subject}</span>
          </Submit>
        </Form>
      </li>
    ))}
  </ul>
)

const Head = ({ subject, sender, reason, danger, request, createdAt }: KeptMail) => (
  <>
    <h3 className="font-semibold wrap-anywhere">
      <bdi>{subject || "No subject"}</bdi>
    </h3>
    <p className="flex flex-wrap items-center gap-2">
      {danger ? (
        <Badge tone="danger" icon="triangle-alert">
          May report a danger
        </Badge>
      ) : null}
      {reason ? <Badge tone="warning">{REASON_WORDS[reason]}</Badge> : null}
    </p>
    <p className="text-sm text-muted">
      {sender ? <EmailText>{sender}</EmailText> : "Unknown sender"}, <Time value={createdAt} />
      {request ? (
        <>
          {", "}
          <Link href={`/desk/requests/${request.id}`} className="min-h-target">
            <Reference>{request.reference}</Reference>
          </Link>
        </>
      ) : null}
    </p>
  </>
)

const FileForm = ({ mail: { id, request, subject }, action }: { mail: KeptMail; action: FormAction }) => (
  <Form action={action} prefix={`file-${id}-`} className="space-y-4">
    <input type="hidden" name="id" value={id} />
    <Fold
      summary={
        <>
          Add to a request<span className="sr-only">: {subject}</span>
        </>
      }
    >
      <Field
        name="reference"
        label="Request"
        hint="The reference of the request. The email becomes a message of its customer."
        width="medium"
        defaultValue={request?.reference}
      />
      <Radios name="notFixed" label="If the request is resolved" options={FIXED} optional />
      <Submit>Add as message</Submit>
    </Fold>
  </Form>
)
