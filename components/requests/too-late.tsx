import { Reference } from "@/components/requests/reference"
import { Link } from "@/components/ui/link"
import { Page, PageTitle } from "@/components/ui/page"

interface TooLateProps {
  reference: string
  /** The page of the request. */
  here: string
  what: "delete" | "cancel" | "correct"
}

/** A page for what could be done with a request until somebody began to work on it. */
export const TooLate = (props: TooLateProps) => (
  <Page width="text">
    <TooLateHead {...props} />
  </Page>
)

/** Says so on a page that keeps something else. */
export const TooLateHead = ({ reference, here, what }: TooLateProps) => (
  <>
    <PageTitle
      back={{ href: here, label: "Back" }}
      caption={<Reference>{reference}</Reference>}
      lede="We have started work on it, or it has ended."
    >
      You cannot {what} this request
    </PageTitle>
    <p>
      {what === "correct" ? (
        <>
          You can still <Link href={`${here}#message-us`}>add details</Link> while it is open.
        </>
      ) : (
        <>
          If you no longer need it, <Link href="/contact">contact us</Link>.
        </>
      )}
    </p>
  </>
)
