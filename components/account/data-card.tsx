import { Card } from "@/components/ui/card"
import { Link } from "@/components/ui/link"
import { buttonStyle } from "@/components/ui/style"

/** Links to the export and the deletion of a customer's data. */
export function DataCard() {
  return (
    <Card title="Your data" actions={<Link href="/profile/delete">Delete your account</Link>}>
      <div className="space-y-5">
        <p>
          A zip file with everything we keep about you: your details, your requests and what happened to them, your
          attachments, and where you signed in from.
        </p>
        {/* A file and no page: the browser saves it, so the app's own navigation stays out of it. */}
        <a href="/api/v1/profile/export" className={buttonStyle("secondary")}>
          Download your data
        </a>
      </div>
    </Card>
  )
}
