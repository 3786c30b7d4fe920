import type { Metadata } from "next"
import { LegalTextEditor } from "@/components/admin/legal-text-editor"
import { Card } from "@/components/ui/card"
import { Notice } from "@/components/ui/notice"
import { Page, PageTitle } from "@/components/ui/page"
import { load } from "@/lib/http/load"
import { requirePermission } from "@/lib/http/require-permission"
import { LEGAL_TEXT_NAMES, LEGAL_TEXTS } from "@/lib/oversight/legal-texts/contract"
import { legalTextOf } from "@/lib/oversight/legal-texts/legal-text-of"
import { getSettings } from "@/lib/oversight/settings/get-settings"
import { settingOperations } from "@/lib/oversight/settings/operations"
import { saveLegalText } from "./actions"

export const metadata: Metadata = { title: "Privacy and terms" }

const loadSettings = load(settingOperations.getSettings, getSettings)

export default async function LegalTextsPage({ searchParams }: PageProps<"/admin/legal-texts">) {
  await requirePermission("setting.edit")
  const [{ saved }, settings] = await Promise.all([searchParams, loadSettings()])
  return (
    <Page width="text">
      {saved ? <Notice tone="success" title="Text saved" /> : null}
      <PageTitle lede="Linked at the foot of every page. Have them checked by your lawyers.">
        Privacy and terms
      </PageTitle>
      {LEGAL_TEXT_NAMES.map((name) => (
        <Card key={name} title={LEGAL_TEXTS[name].title}>
          <LegalTextEditor
            action={saveLegalText}
            name={name}
            text={legalTextOf(name, settings)}
            version={settings.version}
          />
        </Card>
      ))}
    </Page>
  )
}
