import { answer } from "../api"
import { newPerson, SUPERVISOR } from "../people"
import { expect, press, test } from "../visit"

test("a change of a canned reply that was refused stays in sight, with what was typed", async ({ as, pageOf }) => {
  const name = `Meter cupboard ${newPerson().name}`
  const work = await as(SUPERVISOR)
  const { id } = await answer<{ id: string }>(work.post("/canned-replies", { name, text: "Is it locked?" }), 201)
  const page = await pageOf(SUPERVISOR, "hears nothing")
  await page.goto("/desk/team/replies")
  const item = page.getByRole("listitem").filter({ hasText: name })
  await item.getByText("Change").click()
  await item.getByRole("textbox", { name: "Name" }).fill(`${name} again`)
  await item.getByRole("textbox", { name: "Text" }).fill("")
  await press(item, "Save reply")
  await expect(item.getByRole("textbox", { name: "Text" })).toBeVisible()
  await expect(item.getByRole("textbox", { name: "Name" })).toHaveValue(`${name} again`)
  await expect(item.getByRole("textbox", { name: "Text" })).toHaveAttribute("aria-invalid", "true")
  await answer(work.delete(`/canned-replies/${id}`), 204)
})
