import type { Metadata } from "next"
import { RemoveFile } from "@/components/requests/remove-file"
import { requirePermission } from "@/lib/http/require-permission"
import { removeFile } from "../../../../../actions"
import { loadRequest } from "../../../../../data"

type Props = PageProps<"/desk/requests/[id]/files/[file]/remove">

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requirePermission("request.move")
  const { reference } = await loadRequest((await params).id)
  return { title: `Remove file (${reference})` }
}

export default async function DeskRemoveFilePage({ params }: Props) {
  await requirePermission("request.move")
  const { id, file } = await params
  return <RemoveFile request={await loadRequest(id)} id={file} address={`/desk/requests/${id}`} action={removeFile} />
}
