import { randomUUID } from "node:crypto"
import type { Metadata } from "next"
import { CallAdvice } from "@/components/desk/call-advice"
import { CallForm } from "@/components/desk/call-form"
import { CallerMatches } from "@/components/desk/caller-matches"
import { CallerPart } from "@/components/desk/caller-part"
import { CallerSearch } from "@/components/desk/caller-search"
import { callAddress } from "@/components/desk/calls-address"
import { TakenNotice } from "@/components/desk/taken-notice"
import { addressLine } from "@/components/requests/premises-text"
import { Heading } from "@/components/ui/heading"
import { Link } from "@/components/ui/link"
import { requirePermission } from "@/lib/http/require-permission"
import { CATEGORY_IDS, categoryFacts } from "@/lib/model/category"
import { CONTACT_NAMES, CONTACT_PREFERENCES } from "@/lib/model/contact"
import { phoneIn } from "@/lib/model/phone"
import { SAFETY_CHECK_IDS, type SafetyCheck } from "@/lib/model/safety-check"
import { name, take } from "./actions"
import { loadCaller, loadCallers, loadTaken } from "./data"

export const metadata: Metadata = { title: "New request" }

/** As staff tick them. */
const DANGERS: Record<SafetyCheck, string> = {
  gas_smell: "Smell or sound of gas",
  co_alarm: "CO alarm, or someone feels ill",
  pipe_hit: "Pipe or meter hit",
  vulnerable: "No gas and someone vulnerable",
  none: "None of these",
}

const OPTIONS = {
  dangers: SAFETY_CHECK_IDS.map((value) => ({ value, label: DANGERS[value] })),
  categories: CATEGORY_IDS.map((value) => ({ value, label: categoryFacts(value).name })),
  contacts: CONTACT_PREFERENCES.map((value) => ({ value, label: CONTACT_NAMES[value] })),
}

export default async function NewCallPage({ searchParams }: PageProps<"/desk/requests/new">) {
  await requirePermission("request.take")
  const asked = await searchParams
  const q = [asked.q].flat()[0]?.trim() || undefined
  const [named] = [asked.customer].flat()
  const found = q && !named ? await loadCallers({ q }) : undefined
  const only = found?.only ? found.items[0]?.id : undefined
  const isNew = named === "new" || found?.items.length === 0
  const id = isNew ? undefined : (named ?? only)
  const [caller, taken] = await Promise.all([
    id ? loadCaller({ id }) : undefined,
    asked.sent ? loadTaken({ id: asked.sent }) : undefined,
  ])
  return (
    <div className="space-y-4 px-4 py-2">
      <Heading level={1} size="page">
        New request
      </Heading>
      {taken ? <TakenNotice request={taken} name={name} /> : null}
      <CallerSearch q={q} first={!caller && !isNew} />
      {q || named ? null : <Link href={callAddress({ customer: "new" })}>New customer without a search</Link>}
      {found && !caller && !isNew ? <CallerMatches callers={found.items} q={q ?? ""} more={found.more} /> : null}
      {caller || isNew ? (
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
          {caller ? <CallerPart caller={caller} q={q} /> : null}
          <section className="min-w-0 space-y-4 lg:col-start-1 lg:row-start-1">
            <Heading size="section">{caller ? "What is it about?" : "New customer"}</Heading>
            {found && !caller ? <p role="status">No customer was found for “{q}”.</p> : null}
            <CallForm
              key={caller?.id}
              action={take}
              token={randomUUID()}
              customerId={caller?.id}
              about={q ?? ""}
              values={caller ? undefined : { "caller.about": ["home"], ...typedOf(q) }}
              {...OPTIONS}
              places={(caller?.places ?? []).map(({ name, premises }) => ({
                value: name,
                label: addressLine(premises),
              }))}
              gas={<CallAdvice hazard="gas" />}
              carbonMonoxide={<CallAdvice hazard="carbon_monoxide" />}
            />
          </section>
        </div>
      ) : null}
    </div>
  )
}

/** What was searched for is the number or the name of somebody new. */
function typedOf(q = ""): Record<string, string> {
  const phone = phoneIn(q)
  return phone ? { "caller.phone": phone } : !q || /\d|@/.test(q) ? {} : { "caller.name": q }
}
