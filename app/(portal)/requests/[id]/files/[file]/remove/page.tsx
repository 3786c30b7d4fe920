import type { Metadata } from "next"
import { RemoveFile } from "@/components/requests/remove-file"
import { removeFile } from "../../../actions"
import { requestWith } from "../../../request"

type Props = PageProps<"/requests/[id]/files/[file]/remove">

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { reference } = await requestWith((await params).id)
  return { title: `Remove file (${reference})` }
}

export default async function RemoveFilePage({ params }: Props) {
  const { id, file } = await params
  return <RemoveFile request={await requestWith(id)} id={file} address={`/requests/${id}`} action={removeFile} />
}
