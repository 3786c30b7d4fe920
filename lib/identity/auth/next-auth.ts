import NextAuth, { type AuthOptions } from "next-auth"
import CredentialsProvider from "next-auth/providers/credentials"
import { signOut } from "@/lib/identity/sessions/end-sessions"
import { findActor } from "@/lib/identity/sessions/find-actor"
import type { Visitor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { env } from "@/lib/runtime/env"
import { FullCredentials } from "./contract"
import { cookieName, cookieOptions, unsealCookie } from "./session-cookie"
import { signIn } from "./sign-in"

/** next-auth's own routes, for clients that speak them: the same verb, the same cookie, the same session row as our form. */
export function authHandler(visitor: Visitor) {
  // Links and redirects are made of our own address, never of a Host header.
  process.env.NEXTAUTH_URL = env().APP_URL
  return NextAuth(optionsFor(visitor))
}

function optionsFor(visitor: Visitor): AuthOptions {
  const { maxAge, ...options } = cookieOptions()
  return {
    secret: env().AUTH_SECRET,
    session: { strategy: "jwt", maxAge },
    jwt: { decode: ({ token }) => unsealCookie(token) },
    cookies: { sessionToken: { name: cookieName(), options } },
    pages: { signIn: "/sign-in", signOut: "/profile", error: "/sign-in" },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: "email" }, password: { type: "password" }, code: { type: "text" } },
        authorize: (given) => enter(visitor, given),
      }),
    ],
    callbacks: {
      // The cookie names the session and says nothing else.
      jwt: ({ token, user }) => (user ? { sid: user.id } : { sid: token.sid }),
      session: async ({ session, token }) => {
        const actor = await findActor(String(token.sid), visitor)
        // What its clients take for signed out.
        if (!actor) return {} as typeof session
        return { expires: session.expires, user: { name: actor.name } }
      },
    },
    events: {
      signOut: async ({ token }) => {
        const actor = await findActor(String(token.sid), visitor)
        if (actor) await signOut(actor)
      },
    },
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
  }
}

async function enter(visitor: Visitor, given: unknown) {
  const credentials = FullCredentials.safeParse(given)
  if (!credentials.success) return null
  try {
    return { id: (await signIn(visitor, credentials.data)).sessionId }
  } catch (thrown) {
    if (thrown instanceof AppError) return null
    throw thrown
  }
}
