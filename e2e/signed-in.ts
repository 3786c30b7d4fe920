import { type APIRequestContext, expect, request } from "@playwright/test"
import { type Person, someAddress } from "./people"

/** What a page's forms would send, with the hidden fields that name their actions. */
export function formsIn(html: string): Record<string, string>[] {
  const forms = [...html.matchAll(/<form\b[^>]*method="POST"[^>]*>(.*?)<\/form>/gis)].map(([, inside = ""]) => inside)
  return forms.map((inside) => {
    const hidden = inside.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)
    return Object.fromEntries([...hidden].map(([, name = "", value = ""]) => [name, value.replaceAll("&quot;", '"')]))
  })
}

/** A browser without scripts, as far as pages can tell: it keeps cookies, and sends the form of the sign-in page. */
export async function browsing(baseURL = "", person?: Person): Promise<APIRequestContext> {
  const context = await request.newContext({ baseURL, extraHTTPHeaders: { "x-forwarded-for": someAddress() } })
  if (!person) return context
  const { email, password } = person
  const form = formsIn(await (await context.get("/sign-in")).text()).at(-1)
  const multipart = { ...form, email, password }
  const entered = await context.post("/sign-in", { multipart, headers: { origin: baseURL }, maxRedirects: 0 })
  expect(entered.status()).toBe(303)
  // Not for scripts, not for other sites, for every page.
  expect(entered.headers()["set-cookie"]).toMatch(/session=[^;]+; (?=.*HttpOnly)(?=.*SameSite=lax)(?=.*Path=\/)/i)
  return context
}
