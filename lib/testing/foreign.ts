/** Our own host, as browsers name it. */
export const HOST = "gas.example.test"

/** How a browser says, or fails to say, that another site sent it. */
export const FOREIGN: Record<string, Record<string, string>> = {
  "no Origin": {},
  "a foreign Origin": { origin: "https://evil.test" },
  "the Origin null": { origin: "null" },
  "a sibling's Origin": { origin: `https://other.${HOST}` },
  "an Origin that begins like ours": { origin: `https://${HOST}.evil.test` },
  "our Origin but cross-site": { origin: `https://${HOST}`, "sec-fetch-site": "cross-site" },
  "our Origin but a sibling": { origin: `https://${HOST}`, "sec-fetch-site": "same-site" },
  "a forged X-Forwarded-Host": { origin: "https://evil.test", "x-forwarded-host": "evil.test" },
}
