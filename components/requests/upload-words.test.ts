import { expect, test } from "vitest"
import { uploadProblem } from "./upload-words"

test("people whose files cannot be stored are told to continue without them", () => {
  expect(uploadProblem("insufficient_storage")).toContain("Continue without them")
})
