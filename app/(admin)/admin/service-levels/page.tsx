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
    <Page width="text">
      {saved ? <Notice tone="success" title="The service levels are saved" /> : null}
      <PageTitle lede="How soon staff have to see a request, to answer it and to settle it. A change holds for open requests, too.">
        Service levels
      </PageTitle>
      <p>
        Whatever is promised here, whoever is offered an emergency has {env().EMERGENCY_ACK_SECONDS} seconds to
        acknowledge it before it goes on to the next. Whoever runs the app sets that, as{" "}
        <code>EMERGENCY_ACK_SECONDS</code>.
      </p>
      <ServiceLevelsForm action={changeServiceLevels} levels={serviceLevels} version={version} />
    </Page>
  )
}
