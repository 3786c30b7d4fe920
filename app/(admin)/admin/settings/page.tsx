import type { Metadata } from "next"
import { AssignmentRulesForm } from "@/components/admin/assignment-rules-form"
import { SettingsForm } from "@/components/admin/settings-form"
import { Card } from "@/components/ui/card"
import { Notice } from "@/components/ui/notice"
import { Page, PageTitle } from "@/components/ui/page"
import { load } from "@/lib/http/load"
import { permitted } from "@/lib/http/permitted"
import { settingOperations } from "@/lib/settings/contract"
import { getSettings } from "@/lib/settings/read"
import { changeAssignment, changeSettings } from "./actions"

export const metadata: Metadata = { title: "Settings" }

const loadSettings = load(settingOperations.getSettings, getSettings)

export default async function SettingsPage({ searchParams }: PageProps<"/admin/settings">) {
  await permitted("setting.edit")
  const [{ saved }, settings] = await Promise.all([searchParams, loadSettings()])
  return (
    <Page width="text">
      {saved ? <Notice tone="success" title="The settings are saved" /> : null}
      <PageTitle lede="They hold for the whole utility and take effect at once.">Settings</PageTitle>
      <Card title="Signing in">
        <SettingsForm action={changeSettings} settings={settings} />
      </Card>
      <Card title="How requests are given out">
        <AssignmentRulesForm action={changeAssignment} settings={settings} />
      </Card>
    </Page>
  )
}
