import { afterEach, describe, expect, test, vi } from "vitest"

afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

/** The cookie as an app at this address makes it. */
async function cookieAt(address: string) {
  vi.resetModules()
  vi.stubEnv("APP_URL", address)
  const { sealCookie } = await import("./cookie")
  return sealCookie("019f0000-0000-7000-8000-000000000000")
}

describe("the session's cookie", () => {
  test("over TLS belongs to this host alone and travels encrypted only", async () => {
    const { name, options } = await cookieAt("https://gas.example.test")
    expect(name).toBe("__Host-session")
    expect(options).toMatchObject({ secure: true, path: "/" })
    expect(options).not.toHaveProperty("domain")
  })

  test("is out of reach of scripts and of other sites' forms", async () => {
    for (const address of ["https://gas.example.test", "http://localhost:3000"])
      expect((await cookieAt(address)).options).toMatchObject({ httpOnly: true, sameSite: "lax" })
  })

  test("tells nothing, not even the session it names", async () => {
    const { value } = await cookieAt("https://gas.example.test")
    const parts = value.split(".").map((part) => Buffer.from(part, "base64url").toString("latin1"))
    expect(parts.join()).not.toContain("019f0000")
  })
})
