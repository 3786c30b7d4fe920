import { expect, test } from "vitest"
import { failureReason, withoutPeople } from "./failure-reason"

test.each([
  ["The mail server did not take a mail: ECONNECTION, CONN.", "The mail server cannot be reached."],
  [
    "The mail server did not take a mail: EAUTH, AUTH PLAIN, 535.",
    "The mail server refuses our sign-in. Check SMTP_URL.",
  ],
  ["The mail server did not take a mail: EENVELOPE, RCPT TO, 451.", "The mail server asks us to try again later."],
  ["The database did not answer in time.", "The database did not respond."],
  ["Failed query: update accounts set …", "Unexpected failure. The log has the details."],
  ["Cannot read properties of undefined (reading 'id')", "Unexpected failure. The log has the details."],
])("“%s” is told as “%s”", (error, why) => {
  expect(failureReason(error)).toBe(why)
})

test("an error names nobody and opens nothing", () => {
  const error = [
    "Nothing for <amara@example.com> (+44 113 496 0000) at smtp://user:pass@mail.example:25/,",
    "token Zb3_qZb3_qZb3_qZb3_qZb3_q, request 0190f3c4-0000-7000-8000-000000000000",
  ].join(" ")
  expect(withoutPeople(`${error}\n    at secret (/app/a.js)`)).toBe(
    "Nothing for <[email]> ([number]) at [address] token [id or secret], request [id or secret]",
  )
})

test("an error is one line of 300 characters, however long it was", () => {
  expect(withoutPeople("word ".repeat(200_000))).toHaveLength(300)
  for (const text of ["a".repeat(100_000), "1 ".repeat(50_000), "a@".repeat(50_000), "9".repeat(100_000)])
    expect(withoutPeople(text).length).toBeLessThanOrEqual(300)
})
