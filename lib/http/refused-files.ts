import { cookies } from "next/headers"
import { hostCookie } from "@/lib/identity/auth/session-cookie"
import { type RefusedFile, RefusedFiles } from "@/lib/model/refused-file"
import { env } from "@/lib/runtime/env"

const name = () => hostCookie("refused-files")
/** Cookies are small. What is left out is counted. */
const [MOST, LONGEST] = [8, 60]
const SECONDS = 120

/**
 * The header that brings the names of refused files to the page that the browser is sent back to: they belong into no
 * address, and not into the page of whoever follows a forged one.
 */
export function refusedFilesHeader(refused: readonly RefusedFile[]): Record<string, string> {
  if (refused.length === 0) return {}
  const named = refused.slice(0, MOST).map((file) => ({ ...file, name: [...file.name].slice(-LONGEST).join("") }))
  const value = Buffer.from(JSON.stringify(named)).toString("base64url")
  const secure = env().APP_URL.startsWith("https://") ? "; Secure" : ""
  return { "set-cookie": `${name()}=${value}; Path=/; Max-Age=${SECONDS}; HttpOnly; SameSite=Lax${secure}` }
}

/** The files that the upload before this page refused, if its address says that there are any. */
export async function refusedFiles(upload: unknown): Promise<RefusedFile[]> {
  if (upload !== "refused") return []
  return parseRefused(Buffer.from((await cookies()).get(name())?.value ?? "", "base64url").toString())
}

/** Reads a list of refused files that a browser sends; nothing of anything else. */
function parseRefused(json: string): RefusedFile[] {
  try {
    return RefusedFiles.parse(JSON.parse(json))
  } catch {
    return []
  }
}
