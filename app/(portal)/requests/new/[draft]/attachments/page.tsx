import type { Metadata } from "next"
import { DraftAttachments } from "@/components/requests/filing/draft-attachments"
import { UploadForm } from "@/components/requests/upload-form"
import { uploadProblem } from "@/components/requests/upload-words"
import { ButtonLink } from "@/components/ui/button"
import { ErrorSummary } from "@/components/ui/error-summary"
import { Outcome } from "@/components/ui/outcome"
import { Page, PageTitle } from "@/components/ui/page"
import { RefreshOnChange } from "@/components/ui/refresh-on-change"
import { refusedFiles } from "@/lib/http/refused-files"
import { roomBeside, takingPlace } from "@/lib/model/attachment"
import { CATEGORIES } from "@/lib/model/category"
import { detach } from "../../actions"
import { draftAt } from "../draft-at"

type Props = PageProps<"/requests/new/[draft]/attachments">

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const failed = uploadProblem((await searchParams).upload)
  return { title: `${failed ? "Error: " : ""}Photos and files – New request` }
}

export default async function AttachmentsPage({ params, searchParams }: Props) {
  const { id, answers, attachments, steps } = await draftAt("attachments", params)
  const { upload, ...asked } = await searchParams
  const problem = uploadProblem(upload, await refusedFiles(upload))
  const before = asked.return === "check" ? steps.check : steps.premises
  return (
    <Page width="text">
      {attachments.length > 0 ? <RefreshOnChange of={id} opened="" /> : null}
      {problem ? <ErrorSummary errors={{ files: problem }} /> : null}
      <PageTitle
        back={{ href: before, label: "Back" }}
        caption={answers.category && CATEGORIES[answers.category].name}
        lede="A picture of the meter, the appliance or the letter often helps. This is optional."
      >
        Photos and files
      </PageTitle>
      <Outcome />
      {attachments.length > 0 ? <DraftAttachments draft={id} attachments={attachments} detach={detach} /> : null}
      <UploadForm
        to={`/uploads/drafts/${id}`}
        hasSome={attachments.length > 0}
        room={roomBeside(takingPlace(attachments).length)}
        problem={problem}
      />
      <p>
        <ButtonLink href={steps.check}>Continue</ButtonLink>
      </p>
    </Page>
  )
}
