import addressparser from "nodemailer/lib/addressparser"
import { expect, test, vi } from "vitest"
import { env } from "@/lib/runtime/env"

test("mail comes from one address, whatever the utility is called", () => {
  const name = 'Smith, Jones & "Sons" <Gas>'
  vi.stubEnv("UTILITY_NAME", name)
  vi.stubEnv("APP_URL", "https://gas.example")
  expect(addressparser(env().MAIL_FROM)).toEqual([{ name, address: "no-reply@gas.example" }])
})
