import { readFileSync } from "node:fs"
import { eq, isNull, sql } from "drizzle-orm"
import { afterAll, beforeEach, describe, expect, test } from "vitest"
import { db } from "@/db/client"
import { auditEntries } from "@/db/schema/records"
import { sessions } from "@/db/schema/sessions"
import { demoAccounts } from "@/lib/demo/seed"
import { authenticate } from "@/lib/identity/auth/authenticate"
import { hasSecondFactor } from "@/lib/identity/two-factor/factor"
import { enqueue } from "@/lib/platform/jobs/enqueue"
import { runCommand } from "@/lib/testing/command"
import { forgetJobs, waitingJobs } from "@/lib/testing/jobs"
import { emailOf, emptyDatabase, makeActor, PASSWORD, someVisitor } from "@/lib/testing/people"
import { openPostOffice } from "@/lib/testing/post-office"
import { enrol } from "@/lib/testing/two-factor"

const NOWHERE = { DATABASE_URL: "postgres://nobody:hidden-word@127.0.0.1:1/nothing" }
const office = await openPostOffice()

beforeEach(async () => {
  await emptyDatabase()
  await forgetJobs()
})
afterAll(() => office.close())

const lastEntry = async () => (await db.select().from(auditEntries).orderBy(sql`id desc`).limit(1))[0]
const openSessions = () => db.select().from(sessions).where(isNull(sessions.endedAt))

describe("every command", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> }
  const commands = Object.entries(scripts).flatMap(([name, script]) => {
    const [, file] = /^tsx lib\/commands\/([\w-]+)\.ts$/.exec(script) ?? []
    return file ? [{ name, file }] : []
  })

  test("says by --help what it does, without a database", async () => {
    expect(commands.length).toBeGreaterThan(12)
    const ask = async ({ name, file }: (typeof commands)[number]) => {
      const help = await runCommand(file, ["--help"], NOWHERE)
      expect(help, name).toMatchObject({ code: 0, err: "" })
      for (const part of [`Usage: npm run ${name}`, "Options:", "Examples:", "Exit codes:"])
        expect(help.out, name).toContain(part)
    }
    for (let i = 0; i < commands.length; i += 2) await Promise.all(commands.slice(i, i + 2).map(ask))
  }, 400_000)

  // What prints the help of all commands reads the options of all.
  test.each(["jobs", "config-check"])("refuses what it does not know, and names its help: %s", async (file) => {
    const { name } = commands.find((it) => it.file === file) ?? {}
    const unknown = await runCommand(file, ["--unheard-of"], NOWHERE)
    expect(unknown).toMatchObject({ code: 1, out: "" })
    expect(unknown.err).toMatch(new RegExp(`^[^\\n]*--unheard-of[^\\n]*npm run ${name} -- --help\\n$`))
  })

  test("fails in one line that names no secret when there is no database", async () => {
    const failed = await runCommand("jobs", [], NOWHERE)
    expect(failed).toMatchObject({ code: 1, out: "" })
    expect(failed.err).toMatch(/^[^\n]+\n$/)
    expect(failed.err).not.toContain("hidden-word")
  })
})

describe("password:reset", () => {
  test("shows a new password once, signs the account out and is written down as the command line's", async () => {
    const administrator = await makeActor("administrator")
    const done = await runCommand("password-reset", ["--email", emailOf(administrator).toUpperCase()])
    expect(done, done.err).toMatchObject({ code: 0 })
    const [, password = ""] = /password is (\S+)/.exec(done.out) ?? []
    expect(await authenticate(someVisitor, { email: emailOf(administrator), password })).toMatchObject({
      id: administrator.id,
    })
    await expect(
      authenticate(someVisitor, { email: emailOf(administrator), password: PASSWORD }),
    ).rejects.toMatchObject({
      code: "unauthenticated",
    })
    expect(await openSessions()).toEqual([])
    const [entry] = await db.select().from(auditEntries).where(eq(auditEntries.action, "account.password_reset"))
    expect(entry).toMatchObject({ subjectId: administrator.id, actorId: null, address: "command line" })
    expect(await waitingJobs()).toHaveLength(1)
  })

  test("makes a link that changes nothing until it is followed, and tells when nobody has the address", async () => {
    const customer = await makeActor("customer")
    const done = await runCommand("password-reset", ["--email", emailOf(customer), "--link"])
    expect(done.out).toMatch(/\/reset\?token=[\w-]{43}\n/)
    expect(await openSessions()).toHaveLength(1)
    const nobody = await runCommand("password-reset", ["--email", "nobody@example.test"])
    expect(nobody).toMatchObject({ code: 1, err: expect.stringMatching(/^No one can sign in with nobody@.*\n$/) })
  })
})

test("second-factor:remove takes it away once, ends sessions and tells the owner", async () => {
  const administrator = await makeActor("administrator")
  await enrol(administrator)
  await forgetJobs()
  const args = ["--email", emailOf(administrator)]
  expect(await runCommand("second-factor-remove", args)).toMatchObject({ code: 0 })
  expect(await hasSecondFactor(db, administrator.id)).toBe(false)
  expect(await openSessions()).toEqual([])
  expect(await lastEntry()).toMatchObject({ action: "account.two_factor_disabled", address: "command line" })
  expect(await waitingJobs()).toHaveLength(1)
  expect(await runCommand("second-factor-remove", args)).toMatchObject({ code: 1 })
})

test("sessions:end signs one person out, or everybody, and never guesses which", async () => {
  const [one, other] = [await makeActor("customer"), await makeActor("staff")]
  expect(await runCommand("sessions-end")).toMatchObject({ code: 1 })
  expect(await openSessions()).toHaveLength(2)
  expect(await runCommand("sessions-end", ["--email", emailOf(one)])).toMatchObject({ out: "1 session ended.\n" })
  expect(await openSessions()).toMatchObject([{ accountId: other.id }])
  await makeActor("customer")
  expect(await runCommand("sessions-end", ["--all"])).toMatchObject({ out: "2 sessions ended.\n" })
  expect(await openSessions()).toEqual([])
  expect(await lastEntry()).toMatchObject({ action: "session.ended", address: "command line" })
})

test("mail:test sends one and tells what the server answered, taken or refused", async () => {
  const server = { SMTP_URL: `smtp://127.0.0.1:${office.port}` }
  const sent = await runCommand("mail-test", ["--to", "you@example.test"], server)
  expect(sent).toMatchObject({ code: 0, out: expect.stringContaining("250") })
  expect(office.delivered.at(-1)).toMatchObject({ to: ["you@example.test"] })
  office.refuseNext("recipient", 550)
  const refused = await runCommand("mail-test", ["--to", "you@example.test"], server)
  expect(refused).toMatchObject({ code: 1, err: expect.stringMatching(/550[^\n]*\n$/) })
  expect(await runCommand("mail-test", ["--to", "you@example.test"], { SMTP_URL: "" })).toMatchObject({ code: 1 })
})

test("jobs lists what waits without what it is about, does a dead one again, and drops one", async () => {
  const accountId = crypto.randomUUID()
  await enqueue(db, "send_mail", { kind: "password_changed", accountId })
  await db.execute(
    sql`select graphile_worker.permanently_fail_jobs(array(select id from graphile_worker.jobs), 'no such host')`,
  )
  const listed = await runCommand("jobs", ["--json"])
  const [job] = JSON.parse(listed.out)
  expect(job).toMatchObject({ task: "send_mail", state: "dead", tries: "25 of 25", error: "no such host" })
  expect(listed.out).not.toContain(accountId)
  expect(await runCommand("jobs", ["--retry", job.id])).toMatchObject({ code: 0 })
  expect(await waitingJobs()).toMatchObject([{ attempts: 0 }])
  expect(await runCommand("jobs", ["--drop", job.id])).toMatchObject({ code: 0 })
  expect(await runCommand("jobs", ["--drop", job.id])).toMatchObject({ code: 1 })
  expect(await runCommand("jobs")).toMatchObject({ out: "There are no jobs.\n" })
})

describe("config:check", () => {
  test("has a line for everything it tried, and fails for what is wrong without telling a secret", async () => {
    const variables = { APP_URL: "https://127.0.0.1:1", SMTP_URL: "smtp://me:hidden@127.0.0.1:1" }
    const { code, out } = await runCommand("config-check", [], variables)
    expect(code).toBe(1)
    for (const line of [
      "ok     Environment",
      "ok     Database",
      "ok     Schema",
      "ok     Clock",
      "ok     Time zone",
      "ok     Files",
    ])
      expect(out).toContain(line)
    for (const line of ["WRONG  Mail", "WRONG  Address"]) expect(out).toContain(line)
    expect(out).not.toContain("hidden")
    expect(out).not.toContain(new URL(process.env.DATABASE_URL ?? "").password)
  })

  test("names a variable that is wrong and tries nothing then", async () => {
    const { code, out } = await runCommand("config-check", [], { TIME_ZONE: "Mars/Olympus" })
    expect({ code, out }).toEqual({ code: 1, out: expect.stringMatching(/^WRONG {2}Environment: .*TIME_ZONE.*\n$/) })
  })
})

test("db:reset does not run without being asked twice, nor under a running app", async () => {
  await db.execute(sql`select 1`)
  const used = await runCommand("reset", ["--yes"])
  expect(used).toMatchObject({ code: 1, err: expect.stringContaining("is using the database") })
})

test("in production no account comes with the app: the people of the demo are refused", async () => {
  const production = { NODE_ENV: "production", DEMO: "1" }
  expect(await runCommand("seed", [], production)).toMatchObject({ code: 1, err: expect.stringContaining("Refused") })
  for (const account of demoAccounts)
    await expect(authenticate(someVisitor, account)).rejects.toMatchObject({ code: "unauthenticated" })
})
