import type { Metadata } from "next"
import { uploadProblem } from "@/components/requests/upload-words"
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
  return <RequestView id={(await params).id} asked={await searchParams} />
}
