import { Card } from "@/components/ui/card"
import { Link } from "@/components/ui/link"
import { buttonStyle } from "@/components/ui/style"

/** Links to the export and the deletion of a customer's data. */
export function DataCard() {
  return (
    <Card title="Your data" actions={<Link href="/profile/delete">Delete account</Link>}>
      <div className="space-y-5">
        <p>Download a zip file of everything we hold about you: your details, requests, updates, files and sign-ins.</p>
        {/* A file and no page: the browser saves it, so the app's own navigation stays out of it. */}
        <a href="/api/v1/profile/export" className={buttonStyle("secondary")}>
          Download your data
        </a>
      </div>
    </Card>
  )
}
