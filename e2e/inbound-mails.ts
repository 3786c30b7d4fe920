import type { APIRequestContext } from "@playwright/test"
import { type Api, answer, apiOf } from "./api"
import { makeKey } from "./keys"

/** Delivers an email of somebody whom nobody knows, as a mail server does. */
export async function deliverMail(
  administrator: Api,
  request: APIRequestContext,
  { subject = "Re: Your request", text }: { subject?: string; text: string },
): Promise<void> {
  const { secret } = await makeKey(administrator, { name: "Mail server", scopes: ["mails:write"] })
  const raw = `From: somebody@example.test\r\nTo: a@b.example\r\nSubject: ${subject}\r\nMessage-ID: <${crypto.randomUUID()}@example.test>\r\n\r\n${text}`
  const headers = { "content-type": "message/rfc822" }
  await answer(apiOf(request, secret).post("/inbound-mails", Buffer.from(raw), headers), 201)
}
