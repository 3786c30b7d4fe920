import { z } from "zod"
import { Id, Instant } from "@/lib/model/text"

const base64url = (what: string, bytes: number) =>
  z
    .string(what)
    .regex(/^[\w-]{1,120}$/, what)
    .refine((text) => Buffer.from(text, "base64url").length === bytes, what)

export const DeviceToAdd = z.object({
  endpoint: z
    .url({ error: "Send the endpoint of the push subscription" })
    .max(2000, "Send the endpoint of the push subscription"),
  publicKey: base64url("Send the key `p256dh` of the push subscription", 65),
  authSecret: base64url("Send the key `auth` of the push subscription", 16),
})
export type DeviceToAdd = z.infer<typeof DeviceToAdd>

export const Device = z.object({
  id: Id,
  name: z.string().describe("Such as `Firefox on Windows`"),
  createdAt: Instant,
})
export type Device = z.infer<typeof Device>

export const DeviceList = z.object({
  items: z.array(Device),
  key: z.string().describe("Our public key, the `applicationServerKey` of a push subscription"),
})
