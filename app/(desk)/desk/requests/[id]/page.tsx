import type { Metadata } from "next"
import { uploadProblem } from "@/components/requests/upload-words"
import { RefreshOnChange } from "@/components/ui/refresh-on-change"
import { requirePermission } from "@/lib/http/require-permission"
import { loadRequest } from "../../data"
import { RequestView } from "../../request-view"

type Props = PageProps<"/desk/requests/[id]">

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  await requirePermission("request.move")
  const { reference, title } = await loadRequest((await params).id)
  const failed = uploadProblem((await searchParams).upload)
  return { title: `${failed ? "Error: " : ""}${reference}: ${title}` }
}

export default async function DeskRequestPage({ params, searchParams }: Props) {
  const { id } = await params
  return (
    <>
      <RefreshOnChange of={id} />
      <RequestView id={id} asked={await searchParams} />
    </>
  )
}
