import type { Metadata } from "next"
import { DeviceButton } from "@/components/account/device-button"
import { DeviceRows } from "@/components/account/device-rows"
import { NotificationForm } from "@/components/account/notification-form"
import { Card } from "@/components/ui/card"
import { Page, PageTitle } from "@/components/ui/page"
import { signedIn } from "@/lib/http/current-actor"
import { load } from "@/lib/http/load"
import { NOTICES, type NoticeChannel, type NoticeId } from "@/lib/model/notice"
import { listDevices } from "@/lib/oversight/devices/list-devices"
import { deviceOperations } from "@/lib/oversight/devices/operations"
import { notificationOperations } from "@/lib/oversight/notifications/operations"
import { getPreferences, isChoice, noticesOf } from "@/lib/oversight/notifications/preferences"
import { editPreferences, removeDevice } from "./actions"

export const metadata: Metadata = { title: "What you are sent" }

const loadPreferences = load(notificationOperations.getPreferences, getPreferences)

const loadDevices = load(deviceOperations.listDevices, listDevices)

const how = (notice: NoticeId, channel: NoticeChannel) =>
  isChoice(notice, channel) ? ("choice" as const) : ("Always" as const)

export default async function NotificationPreferencesPage() {
  const { role } = await signedIn()
  const devices = await loadDevices()
  const rows = noticesOf(role).map((notice) => ({
    notice,
    name: NOTICES[notice].name,
    mail: how(notice, "mail"),
    push: how(notice, "push"),
  }))
  return (
    <Page width="text">
      <PageTitle
        back={{ href: "/profile", label: "Your profile" }}
        lede="Your notifications always show everything. We always send emergencies and emails about your account’s security immediately, also in quiet hours."
      >
        What you are sent
      </PageTitle>
      <NotificationForm action={editPreferences} rows={rows} preferences={await loadPreferences()} />
      <Card title="Devices that show notifications">
        <DeviceRows devices={devices.items} action={removeDevice} />
        <DeviceButton publicKey={devices.key} />
      </Card>
    </Page>
  )
}
