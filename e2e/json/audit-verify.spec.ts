import { expect, test } from "../launch"
import { newPerson } from "../people"

const VERIFY = ["npm", "run", "--silent", "audit:verify", "--"]

test("the audit log is verified by a command, which gives a head to note and compares with one", async ({ run }) => {
  const { email } = newPerson()
  const made = run(["npm", "run", "--silent", "admin:create", "--", "--email", email, "--name", "First Admin"], {})
  expect(await made.ended, made.said().err).toBe(0)
  const whole = run(VERIFY, {})
  expect(await whole.ended, whole.said().err).toBe(0)
  const head = /The audit log is intact: \d+ entr\w+\. Note its head elsewhere: (\S+)/.exec(whole.said().out)?.[1] ?? ""
  const [position] = head.split(":")
  const other = run([...VERIFY, "--known", `${position}:${"f".repeat(64)}`], {})
  expect(await other.ended).toBe(1)
  expect(other.said().err).toMatch(/^The audit log was tampered with\. .*rebuilt.*\n$/)
})
