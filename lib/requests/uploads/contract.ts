import { z } from "zod"
import { Id, Instant } from "@/lib/model/text"

/** A day's worth of what people send are some files; this is no name of any. */
const LONGEST_NAME = 500

export const UploadToBegin = z.object({
  name: z
    .string("Enter the name of the file")
    .min(1, "Enter the name of the file")
    .max(LONGEST_NAME, `The name must be ${LONGEST_NAME} characters or fewer`),
  bytes: z
    .number("Enter the size of the file in bytes")
    .int()
    .min(1, "The file is empty")
    .max(2_147_483_647, "The file is too large")
    .describe("The exact size. What is sent has to have it"),
  mediaType: z
    .string("Enter the media type of the file")
    .max(100, "Enter a media type, like image/jpeg")
    .regex(/^[\w.+-]+\/[\w.+-]+$/, "Enter a media type, like image/jpeg")
    .toLowerCase()
    .describe("Sent as Content-Type. What the file is kept as is found by its content"),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, "Enter 64 hexadecimal letters")
    .optional()
    .describe("The SHA-256 of the content. If what arrives has another, it is refused"),
})
export type UploadToBegin = z.infer<typeof UploadToBegin>

/** Where and how a file is sent. */
export const BegunUpload = z.object({
  id: Id,
  method: z.literal("PUT"),
  uploadUrl: z
    .string()
    .describe("The address to send the content to, without credentials. It is good for this file alone"),
  fallbackUrl: z
    .string()
    .describe("An address of this service for the same. Use it if you cannot reach the host of `uploadUrl`"),
  headers: z.record(z.string(), z.string()).describe("The headers to send with it, exactly"),
  expiresAt: Instant.describe("When both addresses end"),
})
export type BegunUpload = z.input<typeof BegunUpload>

/** A file that has arrived and been accepted. */
export const ReadyUpload = z.object({
  id: Id,
  name: z.string(),
  mediaType: z.string().describe("As found by its content"),
  bytes: z.number().int(),
  sha256: z.string().nullable(),
})
export type ReadyUpload = z.input<typeof ReadyUpload>
