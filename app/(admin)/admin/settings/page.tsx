import type { Metadata } from "next"
import { AssignmentRulesForm } from "@/components/admin/assignment-rules-form"
import { OutcomeDaysForm } from "@/components/admin/outcome-days-form"
import { RetentionForm } from "@/components/admin/retention-form"
import { SettingsForm } from "@/components/admin/settings-form"
import { Card } from "@/components/ui/card"
import { Disclosure } from "@/components/ui/disclosure"
import { Notice } from "@/components/ui/notice"
import { Page, PageTitle } from "@/components/ui/page"
import { load } from "@/lib/http/load"
import { requirePermission } from "@/lib/http/require-permission"
import { spanWords } from "@/lib/oversight/privacy/retention-rule"
import { KEPT, RETENTION_RULES } from "@/lib/oversight/privacy/retention-rules"
import { getSettings } from "@/lib/oversight/settings/get-settings"
import { settingOperations } from "@/lib/oversight/settings/operations"
import { changeAssignment, changeOutcomeDays, changeRetention, changeSettings } from "./actions"

export const metadata: Metadata = { title: "Settings" }

const loadSettings = load(settingOperations.getSettings, getSettings)

export default async function SettingsPage({ searchParams }: PageProps<"/admin/settings">) {
  await requirePermission("setting.edit")
  const [{ saved }, settings] = await Promise.all([searchParams, loadSettings()])
  return (
    <Page>
      {saved ? <Notice tone="success" title="Settings saved" /> : null}
      <PageTitle lede="These apply to everyone and take effect immediately.">Settings</PageTitle>
      <div className="settings">
        <Card title="Sign-in">
          <SettingsForm action={changeSettings} settings={settings} />
        </Card>
        <Card title="Assignment">
          <AssignmentRulesForm action={changeAssignment} settings={settings} />
        </Card>
        <Card title="After a request is resolved">
          <OutcomeDaysForm action={changeOutcomeDays} settings={settings} />
        </Card>
        <Card title="Data retention">
          <div className="space-y-6">
            <RetentionForm action={changeRetention} settings={settings} />
            <Disclosure summary="Deletion schedule and permanent records">
              <dl className="space-y-3">
                {RETENTION_RULES.map((rule) => (
                  <div key={rule.name}>
                    <dt className="font-semibold">{rule.what}</dt>
                    <dd className="text-muted">{spanWords(rule, settings.retention)}</dd>
                  </div>
                ))}
              </dl>
              <p className="mt-6 font-semibold">Kept permanently</p>
              <ul className="list-disc space-y-1 pl-6">
                {KEPT.map((kept) => (
                  <li key={kept}>{kept}</li>
                ))}
              </ul>
            </Disclosure>
          </div>
        </Card>
      </div>
    </Page>
  )
}
