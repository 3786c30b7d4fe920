import type { Metadata } from "next"
import { ServiceLevelsForm } from "@/components/admin/service-levels-form"
import { Notice } from "@/components/ui/notice"
import { Page, PageTitle } from "@/components/ui/page"
import { load } from "@/lib/http/load"
import { requirePermission } from "@/lib/http/require-permission"
import { getSettings } from "@/lib/oversight/settings/get-settings"
import { settingOperations } from "@/lib/oversight/settings/operations"
import { env } from "@/lib/runtime/env"
import { changeServiceLevels } from "./actions"

export const metadata: Metadata = { title: "Service levels" }

const loadSettings = load(settingOperations.getSettings, getSettings)

export default async function ServiceLevelsPage({ searchParams }: PageProps<"/admin/service-levels">) {
  await requirePermission("setting.edit")
  const { saved } = await searchParams
  const { serviceLevels, version } = await loadSettings()
  return (
    <Page>
      {saved ? <Notice tone="success" title="Service levels saved" /> : null}
      <PageTitle lede="How soon staff must acknowledge, respond to and resolve requests. Changes also apply to open requests.">
        Service levels
      </PageTitle>
      <p>
        An emergency that is not acknowledged within {env().EMERGENCY_ACK_SECONDS} seconds is offered to the next
        person, whatever you set here. To change this time, set <code>EMERGENCY_ACK_SECONDS</code> on the server.
      </p>
      <ServiceLevelsForm action={changeServiceLevels} levels={serviceLevels} version={version} />
    </Page>
  )
}
