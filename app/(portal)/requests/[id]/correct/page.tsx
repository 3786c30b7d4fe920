import type { Metadata } from "next"
import { Reference } from "@/components/requests/reference"
import { TooLateHead } from "@/components/requests/too-late"
import { TypedTooLate } from "@/components/requests/typed-too-late"
import { Field } from "@/components/ui/field"
import { Form } from "@/components/ui/form"
import { Link } from "@/components/ui/link"
import { Page, PageTitle } from "@/components/ui/page"
import { SavedMeanwhile } from "@/components/ui/saved-meanwhile"
import { SeenVersion } from "@/components/ui/seen-version"
import { Textarea } from "@/components/ui/textarea"
import { correctRequest } from "../actions"
import { requestWith } from "../request"

type Props = PageProps<"/requests/[id]/correct">

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { reference } = await requestWith((await params).id)
  return { title: `Correct request ${reference}` }
}

export default async function CorrectPage({ params }: Props) {
  const request = await requestWith((await params).id)
  const { id, reference, description, contactPhone, customer, priority, version, deletable } = request
  const here = `/requests/${id}`
  return (
    <Page width="text">
      {deletable ? (
        <PageTitle
          back={{ href: here, label: "Back" }}
          caption={<Reference>{reference}</Reference>}
          lede="You can change these until we start work. Our staff can see what you wrote before."
        >
          Correct your request
        </PageTitle>
      ) : (
        <TooLateHead reference={reference} here={here} what="correct" />
      )}
      {/* The form stays although it is too late: it has what was typed. */}
      <Form
        action={correctRequest}
        submit={deletable ? "Save changes" : undefined}
        aside={deletable ? <Link href={here}>Cancel</Link> : undefined}
      >
        {deletable ? (
          <>
            <input type="hidden" name="id" value={id} />
            <SeenVersion version={version} />
            <SavedMeanwhile
              title="Saved meanwhile"
              labels={{ description: "Description", contactPhone: "Phone for this request" }}
              stored={{ description, contactPhone: contactPhone ?? "" }}
            />
            {priority === "emergency" ? null : (
              <Textarea name="description" label="Description" defaultValue={description} rows={6} limit={5000} />
            )}
            <Field
              name="contactPhone"
              label="Phone for this request"
              type="tel"
              autoComplete="tel"
              width="medium"
              optional
              hint={`If it is not the one in your profile, ${customer.phone}`}
              defaultValue={contactPhone ?? ""}
            />
          </>
        ) : (
          <TypedTooLate name="description" />
        )}
      </Form>
    </Page>
  )
}
