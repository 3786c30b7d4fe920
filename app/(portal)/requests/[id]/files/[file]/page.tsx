import type { Metadata } from "next"
import { FileViewer } from "@/components/requests/file-viewer"
import { fileOf, turnOf, zoomOf } from "@/components/requests/viewed-file"
import { requestWith } from "../../request"

type Props = PageProps<"/requests/[id]/files/[file]">

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, file } = await params
  const { reference, attachments } = await requestWith(id)
  return { title: `${fileOf(attachments, file).name} (${reference})` }
}

export default async function FilePage({ params, searchParams }: Props) {
  const { id, file } = await params
  const { turn, zoom } = await searchParams
  const { reference, attachments } = await requestWith(id)
  return (
    <FileViewer
      id={id}
      reference={reference}
      files={attachments}
      file={fileOf(attachments, file)}
      address={`/requests/${id}`}
      turn={turnOf(turn)}
      zoom={zoomOf(zoom)}
    />
  )
}
