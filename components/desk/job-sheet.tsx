import type { ReactNode } from "react"
import { deadlinesOnPaper } from "@/components/desk/clock-words"
import { shortened } from "@/components/desk/shortened"
import { authorWords, wordsOf } from "@/components/requests/event-words"
import { needsLine } from "@/components/requests/needs-line"
import { Address, supplyFacts } from "@/components/requests/premises-text"
import { PhoneLink } from "@/components/ui/link"
import { QrCode } from "@/components/ui/qr-code"
import { Time } from "@/components/ui/time"
import { CATEGORIES, PRIORITY_NAMES } from "@/lib/model/category"
import { HAZARD_NAMES } from "@/lib/model/hazard"
import { STATUS_NAMES } from "@/lib/model/status"
import type { ClockSummary } from "@/lib/oversight/service-levels/contract"
import type { RequestCare } from "@/lib/requests/care/contract"
import type { ServiceRequest, TimelineEntry } from "@/lib/requests/contract"

/** How many of the last entries of the timeline there is room for. */
export const HISTORY_ON_PAPER = "6"

interface JobSheetProps {
  request: ServiceRequest
  care: RequestCare
  clocks: readonly ClockSummary[]
  history: readonly TimelineEntry[]
  /** Where the request is read, for whoever scans it. */
  address: string
}

/** What an engineer needs at the door, on one page of A4. */
export function JobSheet({ request, care, clocks, history, address }: JobSheetProps) {
  const deadlines = deadlinesOnPaper(clocks)
  const { reference, title, category, priority, status, description, premises, assignee, createdAt } = request
  return (
    <article className="job-sheet">
      <header>
        <div>
          <p>
            Job sheet <b>{reference}</b>
          </p>
          <h1>
            <bdi>{title}</bdi>
          </h1>
          <p>
            {CATEGORIES[category].name}. {priority === "emergency" ? "" : "Priority: "}
            {PRIORITY_NAMES[priority]}. {STATUS_NAMES[status]}. Received <Time value={createdAt} />.{" "}
            {assignee ? `Assigned to ${assignee.name}.` : "Unassigned."}
          </p>
        </div>
        <figure>
          <QrCode text={address} label={`QR code of ${address}`} />
          <figcaption>Scan to open this request</figcaption>
        </figure>
      </header>
      <DangerOnPaper request={request} />
      <dl>
        {deadlines.length > 0 ? (
          <Fact term="Deadline" large>
            {deadlines.join(". ")}
          </Fact>
        ) : null}
        <Fact term="Address" large>
          <Address {...premises} />
        </Fact>
        <Fact term="Customer" large>
          <bdi>{request.customer.name}</bdi>
        </Fact>
        <Fact term="Phone" large>
          <Phones request={request} />
        </Fact>
        {beforeVisit(care).map(({ term, detail }) => (
          <Fact key={term} term={term} large>
            <bdi>{detail}</bdi>
          </Fact>
        ))}
        {supplyFacts(premises).map(({ term, detail }) => (
          <Fact key={term} term={term}>
            {detail}
          </Fact>
        ))}
        <Fact term="Description">{shortened(description, { lines: 9, characters: 800 })}</Fact>
        <Fact term="History">
          <ul>
            {history.map((entry) => (
              <li key={entry.id}>
                <Time value={entry.createdAt} />: {lineOf(entry)}
              </li>
            ))}
          </ul>
        </Fact>
      </dl>
      <OnSite />
      <p className="break-all">{address}</p>
    </article>
  )
}

/** Room for what is written by hand at the door; on paper what is left of the page is for the work. */
const OnSite = () => (
  <section className="on-site" aria-label="To fill in on site">
    {["Date", "Arrived", "Left", "Time on site"].map((it) => (
      <p key={it}>{it}</p>
    ))}
    <p className="work">Work done</p>
    <p className="parts">Parts used</p>
    <p className="signed">Engineer’s name and signature</p>
    <p className="signed">Customer’s name and signature</p>
  </section>
)

/** Staff notes on the customer are left out: paper is left lying about. */
const beforeVisit = ({ access, needs, language, visitPassword }: RequestCare) =>
  [
    { term: "Access", detail: shortened(access, { lines: 3, characters: 240 }) },
    { term: "Extra help", detail: needsLine(needs) },
    { term: "Speaks", detail: language },
    { term: "Password for visits", detail: visitPassword },
  ].filter(({ detail }) => detail)

const Fact = ({ term, large, children }: { term: string; large?: boolean; children: ReactNode }) => (
  <div>
    <dt>{term}</dt>
    <dd className={large ? "large" : undefined}>{children}</dd>
  </div>
)

function Phones({ request: { contactPhone, customer } }: { request: ServiceRequest }) {
  const numbers = [...new Set([contactPhone, customer.phone].filter(Boolean))]
  if (numbers.length === 0) return <PhoneLink number="" />
  return numbers.map((number) => (
    <span key={number} className="block">
      <PhoneLink number={number ?? ""} />
      {number === contactPhone && numbers.length > 1 ? " (with them now)" : null}
    </span>
  ))
}

function DangerOnPaper({ request: { priority, danger, everyoneOutside, anyoneUnwell } }: { request: ServiceRequest }) {
  if (priority !== "emergency" && !danger) return null
  const words = [
    danger && `Danger: ${HAZARD_NAMES[danger.hazard].toLowerCase()}`,
    danger?.words && `The customer wrote: “${shortened(danger.words, { lines: 2, characters: 160 })}”`,
    danger?.happeningNow === false && "They say it is not happening now",
    danger?.check === "no_danger" && "Checked: not an emergency",
    everyoneOutside !== null && `Everyone outside: ${everyoneOutside ? "yes" : "no"}`,
    anyoneUnwell !== null && `Anyone unwell: ${anyoneUnwell ? "yes" : "no"}`,
  ].filter(Boolean)
  return (
    <p className="danger">
      {priority === "emergency" ? <b>Emergency. </b> : null}
      {words.map((it) => `${it}. `).join("")}
    </p>
  )
}

/** An entry on a line or two: what happened, who did it and what they wrote. */
function lineOf(entry: TimelineEntry): string {
  const { title, body } = wordsOf(entry)
  const said = body ? `: ${body.replace(/\s+/g, " ")}` : ""
  return shortened(`${title} (${authorWords(entry)})${said}`, { lines: 1, characters: 160 })
}
