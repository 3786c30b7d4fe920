import { notFound } from "next/navigation"
import type { Attachment } from "@/lib/requests/attachments/contract"

/** The file that a page's address names, or the page that says that there is none. */
export const fileOf = (files: readonly Attachment[], id: string): Attachment =>
  files.find((file) => file.id === id) ?? notFound()

/** How many quarters a page's address has a picture turned. */
export const turnOf = (asked: string | string[] | undefined): number =>
  /^[123]$/.test(String(asked)) ? Number(asked) : 0

/** How close a page's address shows a picture: 0 for the whole of it, 1 for its own size, 2 for twice that. */
export const zoomOf = (asked: string | string[] | undefined): number =>
  /^[12]$/.test(String(asked)) ? Number(asked) : 0
