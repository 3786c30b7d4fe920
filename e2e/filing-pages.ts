import type { Page } from "@playwright/test"
import { arrive, expect, fill, press } from "./visit"

export const EMERGENCY_LINK = { name: "0800 111 999" }

/** The answers of a person who files on pages, step by step. */
export const DETAILS = {
  Title: "Boiler display shows E119",
  Description: "It began on Monday.\nThe pressure looks low.",
}

/** Answers the first question of every request. */
export async function answerDanger(page: Page, answer: string): Promise<void> {
  await page.goto("/requests/new")
  await arrive(page, "Is anyone in danger right now?")
  await press(page, answer)
}

export async function chooseCategory(page: Page, category: string): Promise<void> {
  await answerDanger(page, "None of these")
  await arrive(page, "What do you need help with?")
  await page.getByRole("radio", { name: category }).check()
  await press(page, "Save and continue")
}

export async function giveDetails(page: Page, details: Record<string, string> = DETAILS): Promise<void> {
  await arrive(page, "Tell us about it")
  await fill(page, details)
  await page.getByRole("radio", { name: "Email" }).check()
  await press(page, "Save and continue")
}

/** The premises are those of the profile until somebody says otherwise. */
export async function confirmPremises(page: Page): Promise<void> {
  await arrive(page, "Where is it?")
  await expect(page.getByRole("textbox", { name: "Address line 1" })).toHaveValue(/ Chapel Row$/)
  await press(page, "Save and continue")
  await arrive(page, "Photos and files")
}

export interface Upload {
  name: string
  content: Buffer | string
}

/** Files go up as soon as they are chosen; without a script, by the button. */
export async function chooseFiles(page: Page, scripts: boolean, files: Upload[]): Promise<void> {
  const chosen = files.map(({ name, content }) => ({ name, mimeType: "", buffer: Buffer.from(content) }))
  await page.getByLabel(/^Add (more )?files$/).setInputFiles(chosen)
  if (!scripts) await press(page, "Upload")
}

export async function fileNow(page: Page): Promise<string> {
  await arrive(page, "Check your answers")
  await press(page, "Send request")
  await arrive(page, "We have your request")
  return (await page.getByText(/^GR-[2-9A-Z]{4}-[2-9A-Z]{4}$/).textContent()) ?? ""
}
