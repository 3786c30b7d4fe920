import sharp from "sharp"
import type { ServiceRequest } from "@/lib/requests/contract"
import { type Api, answer } from "./api"
import { expect } from "./visit"

/** A photo as a phone takes it: lying on its side. */
export async function photoFile(name = "meter.jpg"): Promise<File> {
  const photo = sharp({ create: { width: 1200, height: 900, channels: 3, background: "#c40" } })
  return new File([new Uint8Array(await photo.withMetadata({ orientation: 6 }).jpeg().toBuffer())], name)
}

/** A photo that takes a while to look at, however little there is in it: no JPEG, of which decoders leave parts out. */
export async function largePhotoFile(name: string): Promise<File> {
  const photo = sharp({ create: { width: 7000, height: 7000, channels: 3, background: "#04c" } })
  return new File([new Uint8Array(await photo.png({ compressionLevel: 1 }).toBuffer())], name)
}

/** What begins like a video: nothing here plays it. */
export const videoFile = (name = "ride.mp4"): File => new File([VIDEO], name)
const VIDEO = new Uint8Array(Buffer.from(`\0\0\0\x18ftypisom\0\0\x02\0mp41isom${"\0".repeat(600)}`, "latin1"))

/** The files of a request once the pictures of its photos are made, by their ids in order. */
export async function filesWithPictures(api: Api, id: string): Promise<string[]> {
  const read = async () => (await answer<ServiceRequest>(api.get(`/requests/${id}`), 200)).attachments
  await expect.poll(async () => (await read()).every(({ picture }) => picture !== null), { timeout: 60_000 }).toBe(true)
  return (await read()).map((file) => file.id)
}
