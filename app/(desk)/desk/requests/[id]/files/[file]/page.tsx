import type { Metadata } from "next"
import { FileViewer } from "@/components/requests/file-viewer"
import { fileOf, turnOf, zoomOf } from "@/components/requests/viewed-file"
import { requirePermission } from "@/lib/http/require-permission"
import { loadRequest } from "../../../../data"

type Props = PageProps<"/desk/requests/[id]/files/[file]">

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requirePermission("request.move")
  const { id, file } = await params
  const { reference, attachments } = await loadRequest(id)
  return { title: `${fileOf(attachments, file).name} (${reference})` }
}

export default async function DeskFilePage({ params, searchParams }: Props) {
  await requirePermission("request.move")
  const { id, file } = await params
  const { turn, zoom } = await searchParams
  const { reference, attachments } = await loadRequest(id)
  return (
    <FileViewer
      id={id}
      reference={reference}
      files={attachments}
      file={fileOf(attachments, file)}
      address={`/desk/requests/${id}`}
      turn={turnOf(turn)}
      zoom={zoomOf(zoom)}
    />
  )
}
