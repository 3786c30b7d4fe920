import { env } from "@/lib/runtime/env"

/** As if the machine had been started with these secrets. */
export function startWith(secret: string, ...previous: string[]): void {
  Object.assign(env(), { AUTH_SECRET: secret, AUTH_SECRET_PREVIOUS: previous })
}
