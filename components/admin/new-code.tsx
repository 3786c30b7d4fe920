import { EmailText } from "@/components/ui/email-text"
import { Notice } from "@/components/ui/notice"

interface NewCodeProps {
  email?: string
  code?: string
  link?: string
}

/** The code is shown here once, and stands in no address of ours and in no history. */
export function NewCode({ email, code, link }: NewCodeProps) {
  return (
    <Notice
      tone="success"
      title={
        <>
          Invitation sent to <EmailText>{email ?? ""}</EmailText>
        </>
      }
    >
      <p>
        If the email does not arrive, pass these on yourself. You will only see them once. They work once, within 7
        days.
      </p>
      <dl className="mt-3 space-y-3">
        <div>
          <dt className="font-semibold">Code</dt>
          <dd className="font-mono text-lg wrap-anywhere select-all">{code}</dd>
        </div>
        <div>
          <dt className="font-semibold">Link</dt>
          <dd className="wrap-anywhere select-all">{link}</dd>
        </div>
      </dl>
    </Notice>
  )
}
