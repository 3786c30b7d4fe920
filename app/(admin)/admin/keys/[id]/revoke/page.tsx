import type { Metadata } from "next"
import { Form } from "@/components/ui/form"
import { Link } from "@/components/ui/link"
import { Page, PageTitle } from "@/components/ui/page"
import { Submit } from "@/components/ui/submit"
import { requirePermission } from "@/lib/http/require-permission"
import { revokeKey } from "../../actions"
import { loadKey } from "../../data"

type Props = PageProps<"/admin/keys/[id]/revoke">

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requirePermission("key.edit")
  const { name } = await loadKey((await params).id)
  return { title: `Revoke the API key of ${name}` }
}

export default async function RevokePage({ params }: Props) {
  await requirePermission("key.edit")
  const { id, name } = await loadKey((await params).id)
  const here = `/admin/keys/${id}`
  return (
    <Page width="text">
      <PageTitle
        back={{ href: here, label: "Back" }}
        caption={name}
        lede="It will stop working immediately and cannot be restored. Its audit log is kept."
      >
        Revoke this key?
      </PageTitle>
      <Form action={revokeKey} className="flex flex-wrap items-center gap-4">
        <input type="hidden" name="id" value={id} />
        <Submit variant="danger">Revoke key</Submit>
        <Link href={here}>Keep key</Link>
      </Form>
    </Page>
  )
}
