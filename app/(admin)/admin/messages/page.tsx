import type { Metadata } from "next"
import { MessageEditor } from "@/components/admin/message-editor"
import { MessagePreview } from "@/components/admin/message-preview"
import { Card } from "@/components/ui/card"
import { DescriptionList } from "@/components/ui/description-list"
import { Link, ListLink } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import { Page, PageTitle } from "@/components/ui/page"
import { PANEL } from "@/components/ui/style"
import { load } from "@/lib/http/load"
import { requirePermission } from "@/lib/http/require-permission"
import { NOTICE_IDS, NOTICES } from "@/lib/model/notice"
import { MESSAGE_PLACEHOLDERS, NOTICE_TEXTS } from "@/lib/oversight/notifications/message-texts"
import { previewMessage } from "@/lib/oversight/notifications/preview-message"
import { patternOf } from "@/lib/oversight/notifications/write-message"
import { getSettings } from "@/lib/oversight/settings/get-settings"
import { settingOperations } from "@/lib/oversight/settings/operations"
import { saveMessage } from "./actions"

export const metadata: Metadata = { title: "Messages" }

const loadSettings = load(settingOperations.getSettings, getSettings)

const READERS = { customer: "To customers", staff: "To staff", supervisor: "To supervisors" } as const

/** Those that are sent by us; of the others only a line is shown. */
const MAILED = NOTICE_IDS.filter((notice) => NOTICES[notice].mail !== "elsewhere")

export default async function MessagesPage({ searchParams }: PageProps<"/admin/messages">) {
  await requirePermission("setting.edit")
  const [{ notice: asked, saved }, settings] = await Promise.all([searchParams, loadSettings()])
  const notice = MAILED.find((it) => it === asked)
  if (!notice)
    return (
      <Page width="text">
        <PageTitle lede="Emails about requests. Open one to see it as people get it, and to change it.">
          Messages
        </PageTitle>
        {Object.entries(READERS).map(([reader, heading]) => (
          <Card key={reader} title={heading}>
            <ul className="space-y-1">
              {MAILED.filter((it) => NOTICES[it].for === reader).map((it) => (
                <li key={it} className="flex min-h-8 flex-wrap items-center gap-x-3">
                  <ListLink href={`/admin/messages?notice=${it}`}>{NOTICES[it].name}</ListLink>
                  {settings.messages[it] ? <span className="text-sm text-muted">Changed</span> : null}
                </li>
              ))}
            </ul>
          </Card>
        ))}
      </Page>
    )
  const pattern = patternOf(notice, settings.messages, NOTICE_TEXTS)
  const { subject, text } = previewMessage(notice, pattern)
  return (
    <Page width="text">
      {saved ? <Notice tone="success" title="Email saved" /> : null}
      <PageTitle back={{ href: "/admin/messages", label: "Messages" }}>{NOTICES[notice].name}</PageTitle>
      <Card title="Preview">
        <MessagePreview subject={subject} text={text} />
      </Card>
      <Card title="Change it">
        <MessageEditor action={saveMessage} notice={notice} pattern={pattern} version={settings.version} />
      </Card>
      <section className={`${PANEL} space-y-4 p-4 sm:p-6`}>
        <h2 className="font-semibold">Names in braces</h2>
        <DescriptionList
          items={Object.entries(MESSAGE_PLACEHOLDERS).map(([name, { what }]) => ({ term: `{${name}}`, detail: what }))}
        />
        {settings.messages[notice] ? (
          <p>
            Our own subject: {NOTICE_TEXTS[notice].subject}. <Link href="/admin/audit">Who changed it</Link>
          </p>
        ) : null}
      </section>
    </Page>
  )
}
