import { expect, test } from "vitest"
import { uploadProblem } from "./upload-words"

test("people whose files cannot be stored are told to continue without them", () => {
  expect(uploadProblem("insufficient_storage")).toContain("Continue without them")
})

test("each file that was refused is named with its reason, on a line of its own", () => {
  const refused = [
    { name: "film.mov", code: "unsupported_media_type" },
    { name: "عداد.png", code: "too_large" },
  ] as const
  expect(uploadProblem("refused", refused)?.split("\n")).toEqual([
    "Not added: “\u2068film.mov\u2069” is not a JPEG, PNG, WebP, HEIC, AVIF, PDF, MP4, MOV, WebM or plain text file",
    "Not added: “\u2068عداد.png\u2069” is too large",
  ])
  expect(uploadProblem(undefined, refused)).toBeUndefined()
})
