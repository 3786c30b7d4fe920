import { expect, test } from "vitest"
import { phoneE164 } from "./phone-e164"

test.each([
  ["0151 496 0000", "+441514960000"],
  ["+44 (0)151 496-0000 ext 12", "+441514960000"],
  ["+353 1 234 5678", "+35312345678"],
  ["(0151) 4960000", "+441514960000"],
  ["12", null],
  ["", null],
])("machines dial %j as %s", (phone, dialled) => {
  expect(phoneE164(phone)).toBe(dialled)
})
