import { answer, type Newcomer } from "../api"
import { inDatabase } from "../embedded"
import { ADMINISTRATOR, newPerson } from "../people"
import { arrive, expect, expectMistake, fill, press, test } from "../visit"

/** As if the person had shown their password long ago. */
const letTimePass = ({ id }: Newcomer) =>
  inDatabase((sql) => sql`update sessions set confirmed_at = now() - interval '16 minutes' where account_id = ${id}`)

test("an administrator is asked again who they are before an invitation, and what was typed is still there", async ({
  as,
  javaScriptEnabled: scripts,
  newStaff,
  pageOf,
}) => {
  const administrator = await newStaff()
  await answer((await as(ADMINISTRATOR)).patch(`/staff/${administrator.id}`, { role: "administrator" }), 200)
  const desk = await pageOf(administrator)
  await letTimePass(administrator)
  await desk.goto("/admin/invitations")
  const { email } = newPerson()
  await fill(desk, { "Email address": email })
  await desk.getByRole("radio", { name: "Supervisor" }).check()
  await press(desk, "Send invitation")
  // Without scripts the form stays, and the question is asked in another tab.
  const asked = scripts ? desk : await desk.context().newPage()
  if (!scripts)
    await asked.goto((await desk.getByRole("link", { name: "Confirm it is you" }).getAttribute("href")) ?? "")
  await arrive(asked, "Confirm it is you")
  await fill(asked, { "Current password": "not this one" })
  await press(asked, "Confirm")
  await expectMistake(
    asked,
    "Your current password is not correct. Enter it again",
    asked.getByLabel("Current password"),
  )
  await fill(asked, { "Current password": administrator.password })
  await press(asked, "Confirm")
  await arrive(asked, "Invitations")
  if (scripts) await expect(desk.getByText("What you typed is still here")).toBeVisible()
  await expect(desk.getByRole("textbox", { name: "Email address" })).toHaveValue(email)
  await expect(desk.getByRole("radio", { name: "Supervisor" })).toBeChecked()
  await press(desk, "Send invitation")
  await expect(desk.getByRole("rowheader", { name: email })).toBeVisible()
})
