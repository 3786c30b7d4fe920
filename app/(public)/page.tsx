import { Help } from "@/components/shell/landing-help"
import { Steps } from "@/components/shell/landing-steps"
import { ButtonLink } from "@/components/ui/button"
import { Heading } from "@/components/ui/heading"
import { Icon } from "@/components/ui/icon"
import { PageLink, PhoneLink } from "@/components/ui/link"
import { Muted } from "@/components/ui/muted"
import { viewerIfKnown } from "@/lib/http/current-actor"
import { startPageOf } from "@/lib/identity/accounts/start-page"
import { env } from "@/lib/runtime/env"

export default async function LandingPage() {
  const actor = await viewerIfKnown()
  const { UTILITY_NAME: utility, EMERGENCY_PHONE: phone } = env()
  return (
    <>
      <section className="border-b border-line bg-surface">
        <div className="mx-auto grid max-w-page items-center gap-8 px-4 py-10 sm:px-6 sm:py-16 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] lg:gap-16">
          <div className="space-y-6">
            <Heading level={1} size="hero">
              Report it once. Follow it to the end.
            </Heading>
            <Muted className="max-w-text text-lg">
              Report a problem with your gas supply or ask {utility} for a service. You get a reference, a person
              assigned to your request, and every update in one place.
            </Muted>
            <p className="flex flex-wrap gap-3">
              {actor && actor.role !== "customer" ? (
                <ButtonLink href={startPageOf(actor)}>Continue to your work</ButtonLink>
              ) : (
                <>
                  <ButtonLink href="/requests/new">Request a service</ButtonLink>
                  <ButtonLink href={actor ? startPageOf(actor) : "/sign-in"} variant="secondary">
                    {actor ? "Your requests" : "Track a request"}
                  </ButtonLink>
                </>
              )}
            </p>
          </div>
          <EmergencyCard phone={phone} />
        </div>
      </section>
      <div className="mx-auto max-w-page space-y-16 px-4 py-12 sm:px-6 sm:py-16">
        <Help />
        <Steps isNew={!actor} />
      </div>
    </>
  )
}

/** First on a phone, since it cannot wait. */
function EmergencyCard({ phone }: { phone: string }) {
  return (
    <section
      aria-labelledby="emergency"
      className="on-solid order-first space-y-4 rounded-lg bg-alarm p-6 text-on-alarm lg:order-none lg:p-8"
    >
      <Heading size="section" id="emergency">
        Smell gas, or a carbon monoxide alarm?
      </Heading>
      <p>Get everyone out. For gas: no flames, no switches. Call us from outside, day or night.</p>
      <p className="flex items-center gap-3">
        <Icon name="phone" className="size-6" />
        <PhoneLink number={phone} className="text-2xl font-bold tracking-tight underline underline-offset-4" />
      </p>
      <p>
        If you cannot call, or have already called,{" "}
        <PageLink href="/emergency/report" className="font-semibold underline underline-offset-4">
          report it here
        </PageLink>
        .
      </p>
      <p>
        <PageLink
          href="/emergency"
          className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4"
        >
          What to do, step by step
        </PageLink>
      </p>
    </section>
  )
}
