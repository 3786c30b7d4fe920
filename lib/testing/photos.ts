import { eq } from "drizzle-orm"
import sharp from "sharp"
import { db } from "@/db/client"
import { pictures } from "@/db/schema/pictures"
import type { Actor } from "@/lib/model/actor"
import { attachFiles } from "@/lib/requests/attachments/attach-files"
import { makePictures } from "@/lib/requests/pictures/make-pictures"

/** A photo as phones take it: lying on its side, and saying where it was taken and with what. */
export const photo = ({ width = 80, height = 40, format = "jpeg" as "jpeg" | "png" | "webp" | "avif" } = {}) =>
  sharp({ create: { width, height, channels: 3, background: "#c40" } })
    .composite([{ input: { create: { width: width / 2, height, channels: 3, background: "#04c" } }, left: 0, top: 0 }])
    .withExif({
      IFD0: { Make: "Camera of Amara" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 0/1", GPSLongitudeRef: "W", GPSLongitude: "0/1 7/1 0/1" },
    })
    .withMetadata({ orientation: 6 })
    .withXmp("<x:xmpmeta xmlns:x='adobe:ns:meta/'>Taken by Amara</x:xmpmeta>")
    .toFormat(format, format === "avif" ? { effort: 0 } : {})
    .toBuffer()

/** Attaches a file to a request and has its pictures made, as a worker would. Gives its row. */
export async function attachPhoto(actor: Actor, request: { id: string }, content?: Buffer, name = "meter.jpg") {
  const bytes = content ?? (await photo())
  const { items } = await attachFiles(actor, request, (take) => take(name, once(bytes)))
  const [file] = items
  if (!file) throw new Error("Nothing was attached.")
  await makePictures({ attachmentId: file.id })
  return file
}

export const picturesOf = (attachmentId: string) =>
  db.select().from(pictures).where(eq(pictures.attachmentId, attachmentId)).orderBy(pictures.width)

async function* once(content: Uint8Array) {
  yield content
}
