import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { MOST_COUNTED_MAILS } from "@/lib/model/inbound-mail"

/** Emails that became no part of a request, and whose words may report a danger. Screen readers say when that changes. */
export const DangerousEmails = ({ count }: { count: number }) => (
  <>
    <p aria-live="polite" className="sr-only">
      {count === 0 ? "" : inWords(count)}
    </p>
    {count === 0 ? null : (
      <section
        aria-label="Emails that may report a danger"
        className="border-b border-warning bg-warning-soft print:hidden"
      >
        <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2 sm:px-6">
          <p className="flex items-center gap-2 font-bold text-warning">
            <Icon name="triangle-alert" className="size-5" />
            {inWords(count)}
          </p>
          <Link href="/desk/team/emails?only=danger" className="min-h-target">
            {count === 1 ? "Read it now" : "Read them now"}
          </Link>
        </div>
      </section>
    )}
  </>
)

function inWords(count: number): string {
  if (count === 1) return "An email may report a danger"
  return `${count < MOST_COUNTED_MAILS ? count : `${MOST_COUNTED_MAILS} or more`} emails may report a danger`
}
