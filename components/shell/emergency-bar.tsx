import { Icon } from "@/components/ui/icon"
import { PageLink, PhoneLink } from "@/components/ui/link"

/** On every page of customers and of those signed out, above everything: a smell of gas never waits in a queue. */
export function EmergencyBar({ phone }: { phone: string }) {
  return (
    <aside aria-label="Gas emergency" className="on-solid bg-alarm text-on-alarm print:hidden">
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-4 px-4 py-1.5 sm:px-6">
        <p className="flex flex-wrap items-center gap-x-2">
          <Icon name="phone" className="size-4" />
          <span className="font-semibold">Smell gas?</span>
          <span className="hidden sm:inline">Leave the building, then call</span>
          <span className="sm:hidden">Get out, call</span>
          <PhoneLink
            number={phone}
            className="inline-flex min-h-8 items-center font-bold underline decoration-2 underline-offset-4"
          />
        </p>
        <PageLink
          href="/emergency"
          className="ml-auto hidden min-h-8 items-center underline underline-offset-4 md:inline-flex"
        >
          What to do in an emergency
        </PageLink>
      </div>
    </aside>
  )
}
