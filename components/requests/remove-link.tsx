import { viewerOf } from "@/components/requests/thumbnail"
import { PageLink } from "@/components/ui/link"
import type { Attachment } from "@/lib/requests/attachments/contract"

interface RemoveLinkProps {
  file: Pick<Attachment, "id" | "name">
  /** The page of the request. */
  address: string
}

export const isRemovable = ({ removal = "none" }: Pick<Attachment, "removal">): boolean => removal !== "none"

/** Leads to the page that asks whether a file is to be removed. */
export const RemoveLink = ({ file: { id, name }, address }: RemoveLinkProps) => (
  <PageLink href={`${viewerOf(address, id)}/remove`} className="link min-h-target">
    Remove
    <span className="sr-only">
      {" "}
      <bdi>{name}</bdi>
    </span>
  </PageLink>
)
