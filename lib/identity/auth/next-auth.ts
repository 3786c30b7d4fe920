import NextAuth, { type AuthOptions } from "next-auth"
import CredentialsProvider from "next-auth/providers/credentials"
import { findActor } from "@/lib/identity/sessions/find-actor"
import { signOut } from "@/lib/identity/sessions/sign-out"
import type { Visitor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { env } from "@/lib/runtime/env"
import { FullCredentials } from "./contract"
import { cookieOptions, sessionCookieName, unsealCookie } from "./session-cookie"
import { signIn } from "./sign-in"

/** Answers next-auth's own routes, for clients that use them. They sign in by our verb and get our cookie and session. */
export function authHandler(visitor: Visitor) {
  // next-auth would take the address for links and redirects from the Host header, which the client can forge.
  process.env.NEXTAUTH_URL = env().APP_URL
  return NextAuth(nextAuthOptions(visitor))
}

function nextAuthOptions(visitor: Visitor): AuthOptions {
  const { maxAge, ...options } = cookieOptions()
  return {
    secret: env().AUTH_SECRET,
    session: { strategy: "jwt", maxAge },
    jwt: { decode: ({ token }) => unsealCookie(token) },
    cookies: { sessionToken: { name: sessionCookieName(), options } },
    pages: { signIn: "/sign-in", signOut: "/profile", error: "/sign-in" },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: "email" }, password: { type: "password" }, code: { type: "text" } },
        authorize: (given) => signInGiven(visitor, given),
      }),
    ],
    callbacks: {
      // The cookie holds the session's id only.
      jwt: ({ token, user }) => (user ? { sid: user.id } : { sid: token.sid }),
      session: async ({ session, token }) => {
        const actor = await findActor(String(token.sid), visitor)
        // next-auth's clients take an empty session for signed out.
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

async function signInGiven(visitor: Visitor, given: unknown) {
  const credentials = FullCredentials.safeParse(given)
  if (!credentials.success) return null
  try {
    return { id: (await signIn(visitor, credentials.data)).sessionId }
  } catch (thrown) {
    if (thrown instanceof AppError) return null
    throw thrown
  }
}
