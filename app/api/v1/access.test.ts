import { beforeAll, beforeEach, describe, expect, test } from "vitest"
import { assignRequest } from "@/lib/dispatch/assign-request"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import { addAbsence } from "@/lib/dispatch/rosters/add-absence"
import { setHoliday } from "@/lib/dispatch/rosters/set-holiday"
import { operations } from "@/lib/http/api"
import { issueTokens } from "@/lib/identity/auth/tokens"
import { getCustomerNotes } from "@/lib/identity/customer-notes/get-customer-notes"
import { addHome } from "@/lib/identity/homes/add-home"
import { inviteStaff } from "@/lib/identity/invitations/invite-staff"
import { getNeeds } from "@/lib/identity/needs/get-needs"
import { startTwoFactor } from "@/lib/identity/two-factor/start-two-factor"
import type { Actor } from "@/lib/model/actor"
import { addDevice } from "@/lib/oversight/devices/add-device"
import type { DeviceToAdd } from "@/lib/oversight/devices/contract"
import { attachFiles } from "@/lib/requests/attachments/attach-files"
import { makeReply } from "@/lib/requests/canned-replies/make-reply"
import { readRequest } from "@/lib/requests/get-request"
import { getPremises } from "@/lib/requests/premises/get-premises"
import { saveView } from "@/lib/requests/saved-views/save-view"
import { call } from "@/lib/testing/api"
import { oneMail } from "@/lib/testing/call-operation"
import { keepMail } from "@/lib/testing/inbound-mails"
import { failJob } from "@/lib/testing/jobs"
import { type KeyHolder, makeKey } from "@/lib/testing/keys"
import { tokenOf } from "@/lib/testing/links"
import { makeMail } from "@/lib/testing/mails"
import { emailOf, emptyDatabase, makeActor, PASSWORD, premises, requestToFile } from "@/lib/testing/people"
import { attachPhoto } from "@/lib/testing/photos"
import { removedFile } from "@/lib/testing/removed-files"
import { codeAt, enrol } from "@/lib/testing/two-factor"
import { sendUpload } from "@/lib/testing/uploads"
import * as absenceEnd from "./absences/[id]/end/route"
import * as absence from "./absences/[id]/route"
import * as factorOf from "./accounts/[id]/two-factor/route"
import * as accounts from "./accounts/route"
import * as assignments from "./assignments/route"
import * as decision from "./attachments/[id]/decision/route"
import * as picture from "./attachments/[id]/pictures/[size]/route"
import * as attachment from "./attachments/[id]/route"
import * as completion from "./attachments/uploads/[id]/completion/route"
import * as begunUpload from "./attachments/uploads/[id]/route"
import * as begunUploads from "./attachments/uploads/route"
import * as fileUsage from "./attachments/usage/route"
import * as auditExport from "./audit/export/route"
import * as auditLog from "./audit/route"
import * as reply from "./canned-replies/[id]/route"
import * as replies from "./canned-replies/route"
import * as categories from "./categories/route"
import * as homesOfCustomer from "./customers/[id]/homes/route"
import * as portalInvitations from "./customers/[id]/invitations/route"
import * as needsOfCustomer from "./customers/[id]/needs/route"
import * as customerNotes from "./customers/[id]/notes/route"
import * as customer from "./customers/[id]/route"
import * as customers from "./customers/route"
import * as dangerChecks from "./danger-checks/route"
import * as together from "./emergencies/acknowledgement/route"
import * as emergencies from "./emergencies/route"
import * as emergencyReports from "./emergency-reports/route"
import * as events from "./events/route"
import * as holiday from "./holidays/[day]/route"
import * as holidays from "./holidays/route"
import * as mailMessage from "./inbound-mails/[id]/message/route"
import * as keptMail from "./inbound-mails/[id]/route"
import * as inboundMails from "./inbound-mails/route"
import * as invitationCode from "./invitations/[id]/code/route"
import * as invitation from "./invitations/[id]/route"
import * as invitations from "./invitations/route"
import * as attempts from "./jobs/[id]/attempts/route"
import * as job from "./jobs/[id]/route"
import * as jobs from "./jobs/route"
import * as key from "./keys/[id]/route"
import * as secrets from "./keys/[id]/secrets/route"
import * as currentKey from "./keys/current/route"
import * as keys from "./keys/route"
import * as mail from "./mails/[id]/route"
import * as mails from "./mails/route"
import * as notificationsRead from "./notifications/read/route"
import * as notifications from "./notifications/route"
import * as reset from "./password-resets/current/route"
import * as resets from "./password-resets/route"
import * as premisesRequests from "./premises/[id]/requests/route"
import * as premisesRecord from "./premises/[id]/route"
import * as availability from "./profile/availability/route"
import * as confirmation from "./profile/confirmation/route"
import * as deletion from "./profile/deletion/route"
import * as device from "./profile/devices/[id]/route"
import * as devices from "./profile/devices/route"
import * as emailOfProfile from "./profile/email/route"
import * as exported from "./profile/export/route"
import * as mainHome from "./profile/homes/[id]/main/route"
import * as homeRequests from "./profile/homes/[id]/requests/route"
import * as home from "./profile/homes/[id]/route"
import * as homes from "./profile/homes/route"
import * as needs from "./profile/needs/route"
import * as preferences from "./profile/notifications/route"
import * as password from "./profile/password/route"
import * as profile from "./profile/route"
import * as recoveryCodes from "./profile/two-factor/recovery-codes/route"
import * as removal from "./profile/two-factor/removal/route"
import * as factor from "./profile/two-factor/route"
import * as verification from "./profile/verification/route"
import * as proposals from "./proposals/route"
import * as queue from "./queue/route"
import * as overviewExport from "./reports/overview/export/route"
import * as overview from "./reports/overview/route"
import * as requestClocks from "./request-clocks/route"
import * as acknowledgement from "./requests/[id]/acknowledgement/route"
import * as assignee from "./requests/[id]/assignee/route"
import * as assignment from "./requests/[id]/assignment/route"
import * as files from "./requests/[id]/attachments/route"
import * as cancellation from "./requests/[id]/cancellation/route"
import * as care from "./requests/[id]/care/route"
import * as clocks from "./requests/[id]/clocks/route"
import * as proposable from "./requests/[id]/colleagues/route"
import * as confirmedFixed from "./requests/[id]/confirmation/route"
import * as dangerCheck from "./requests/[id]/danger-check/route"
import * as details from "./requests/[id]/details/route"
import * as expectation from "./requests/[id]/expectation/route"
import * as mentionable from "./requests/[id]/mentionable/route"
import * as messages from "./requests/[id]/messages/route"
import * as notes from "./requests/[id]/notes/route"
import * as presence from "./requests/[id]/presence/route"
import * as priority from "./requests/[id]/priority/route"
import * as requestProposals from "./requests/[id]/proposals/route"
import * as reopening from "./requests/[id]/reopening/route"
import * as reports from "./requests/[id]/reports/route"
import * as returned from "./requests/[id]/return/route"
import * as request from "./requests/[id]/route"
import * as separation from "./requests/[id]/separation/route"
import * as status from "./requests/[id]/status/route"
import * as timeline from "./requests/[id]/timeline/route"
import * as changes from "./requests/changes/route"
import * as deletedRequests from "./requests/deleted/route"
import * as requests from "./requests/route"
import * as session from "./sessions/[id]/route"
import * as sessions from "./sessions/route"
import * as settings from "./settings/route"
import * as absences from "./staff/[id]/absences/route"
import * as member from "./staff/[id]/route"
import * as shifts from "./staff/[id]/shifts/route"
import * as staff from "./staff/route"
import * as teamRoster from "./team/roster/route"
import * as team from "./team/route"
import * as current from "./tokens/current/route"
import * as refresh from "./tokens/refresh/route"
import * as tokens from "./tokens/route"
import * as verificationLinks from "./verification-links/route"
import * as verifications from "./verifications/route"
import * as savedView from "./views/[id]/route"
import * as savedViews from "./views/route"

const CALLERS = [
  "anonymous",
  "owner",
  "other customer",
  "assigned staff",
  "other staff",
  "supervisor",
  "administrator",
  "waiting staff",
  "disabled staff",
] as const

type Operation = keyof typeof operations

/** Every operation, and what each caller is answered, in the order above. */
const EXPECTED: Record<Operation, number[]> = {
  createTokens: [201, 201, 201, 201, 201, 201, 201, 201, 201],
  refreshTokens: [201, 201, 201, 201, 201, 201, 201, 201, 201],
  endTokens: [401, 204, 204, 204, 204, 204, 204, 204, 401],
  listSessions: [401, 200, 200, 200, 200, 200, 200, 200, 401],
  confirmSession: [401, 200, 200, 200, 200, 200, 200, 200, 401],
  endSession: [401, 204, 404, 404, 404, 404, 404, 404, 401],
  endSessions: [401, 204, 204, 204, 204, 204, 204, 204, 401],
  registerCustomer: [202, 202, 202, 202, 202, 202, 202, 202, 202],
  registerStaff: [202, 202, 202, 202, 202, 202, 202, 202, 202],
  verifyEmail: [204, 204, 204, 204, 204, 204, 204, 204, 204],
  requestVerification: [202, 202, 202, 202, 202, 202, 202, 202, 202],
  resendVerification: [401, 202, 202, 202, 202, 202, 202, 202, 401],
  requestReset: [202, 202, 202, 202, 202, 202, 202, 202, 202],
  resetPassword: [204, 204, 204, 204, 204, 204, 204, 204, 204],
  listCategories: [200, 200, 200, 200, 200, 200, 200, 200, 200],
  getProfile: [401, 200, 200, 200, 200, 200, 200, 200, 401],
  editProfile: [401, 200, 200, 200, 200, 200, 200, 200, 401],
  requestEmailChange: [401, 202, 202, 202, 202, 202, 202, 202, 401],
  changeEmail: [401, 204, 204, 204, 204, 204, 204, 204, 401],
  changePassword: [401, 204, 204, 204, 204, 204, 204, 204, 401],
  getAvailability: [401, 404, 404, 200, 200, 200, 404, 404, 401],
  setAvailability: [401, 404, 404, 200, 200, 200, 404, 404, 401],
  listStaff: [401, 403, 403, 403, 403, 200, 200, 403, 401],
  getStaff: [401, 404, 404, 404, 404, 200, 200, 404, 401],
  editStaff: [401, 404, 404, 404, 404, 403, 200, 404, 401],
  listInvitations: [401, 403, 403, 403, 403, 403, 200, 403, 401],
  inviteStaff: [401, 403, 403, 403, 403, 403, 201, 403, 401],
  resendInvitation: [401, 404, 404, 404, 404, 404, 201, 404, 401],
  revokeInvitation: [401, 404, 404, 404, 404, 404, 204, 404, 401],
  reportEmergency: [201, 201, 201, 201, 201, 201, 201, 201, 201],
  // Staff send it for a customer, the others for themselves.
  fileRequest: [401, 201, 201, 201, 201, 201, 201, 403, 401],
  listRequests: [401, 200, 200, 200, 200, 200, 200, 403, 401],
  watchChanges: [401, 200, 200, 200, 200, 200, 200, 403, 401],
  listDeleted: [401, 200, 200, 403, 403, 200, 200, 403, 401],
  getRequest: [401, 200, 404, 200, 404, 200, 200, 404, 401],
  addDetails: [401, 201, 404, 403, 404, 403, 403, 404, 401],
  sendMessage: [401, 201, 404, 201, 404, 201, 201, 404, 401],
  leaveNote: [401, 404, 404, 201, 201, 201, 201, 404, 401],
  listMentionable: [401, 404, 404, 200, 200, 200, 200, 404, 401],
  setPresence: [401, 404, 404, 200, 404, 200, 200, 404, 401],
  deleteRequest: [401, 204, 404, 403, 404, 403, 403, 404, 401],
  moveRequest: [401, 403, 404, 200, 404, 200, 200, 404, 401],
  confirmFixed: [401, 200, 404, 403, 404, 403, 403, 404, 401],
  reopenOwn: [401, 200, 404, 403, 404, 403, 403, 404, 401],
  cancelOwn: [401, 200, 404, 403, 404, 403, 403, 404, 401],
  correctRequest: [401, 200, 404, 403, 404, 403, 403, 404, 401],
  returnRequest: [401, 403, 404, 200, 404, 200, 200, 404, 401],
  proposeColleague: [401, 403, 404, 201, 404, 201, 201, 404, 401],
  listReplies: [401, 403, 403, 200, 200, 200, 200, 403, 401],
  makeReply: [401, 403, 403, 403, 403, 201, 201, 403, 401],
  editReply: [401, 404, 404, 403, 403, 200, 200, 404, 401],
  deleteReply: [401, 404, 404, 403, 403, 204, 204, 404, 401],
  listColleagues: [401, 403, 404, 200, 404, 200, 200, 404, 401],
  listProposals: [401, 403, 403, 403, 403, 200, 200, 403, 401],
  assignRequest: [401, 403, 404, 403, 404, 200, 200, 404, 401],
  unassignRequest: [401, 403, 404, 403, 404, 200, 200, 404, 401],
  changeRequests: [401, 403, 403, 200, 200, 200, 200, 403, 401],
  prioritiseRequest: [401, 403, 404, 403, 404, 200, 200, 404, 401],
  acknowledgeRequest: [401, 403, 404, 200, 404, 200, 200, 404, 401],
  listEmergencies: [401, 403, 403, 200, 200, 200, 200, 403, 401],
  listDangerChecks: [401, 403, 403, 200, 200, 200, 200, 403, 401],
  // Any staff who are qualified may answer while they are on duty, whoever the request is assigned to.
  decideDangerCheck: [401, 404, 404, 200, 200, 200, 200, 404, 401],
  getReports: [401, 403, 404, 200, 404, 200, 200, 404, 401],
  // The request in this scene has joined none.
  separateReport: [401, 403, 404, 409, 404, 409, 409, 404, 401],
  acknowledgeTogether: [401, 403, 403, 200, 200, 200, 200, 403, 401],
  explainAssignment: [401, 403, 404, 200, 404, 200, 200, 404, 401],
  listTimeline: [401, 200, 404, 200, 404, 200, 200, 404, 401],
  listClocks: [401, 403, 404, 200, 404, 200, 200, 404, 401],
  listNearestClocks: [401, 403, 403, 200, 200, 200, 200, 403, 401],
  getExpectation: [401, 200, 404, 200, 404, 200, 200, 404, 401],
  attachFiles: [401, 201, 404, 201, 404, 201, 201, 404, 401],
  openAttachment: [401, 200, 404, 200, 404, 200, 200, 404, 401],
  // It is its customer’s file.
  removeAttachment: [401, 204, 404, 403, 404, 204, 204, 404, 401],
  beginUpload: [401, 201, 201, 201, 201, 201, 201, 403, 401],
  // An upload is its sender's alone, whatever they may attach it to.
  completeUpload: [401, 200, 404, 404, 404, 404, 404, 403, 401],
  dropUpload: [401, 204, 404, 404, 404, 404, 404, 403, 401],
  openPicture: [401, 200, 404, 200, 404, 200, 200, 404, 401],
  listMails: [401, 403, 403, 403, 403, 403, 200, 403, 401],
  getMail: [401, 404, 404, 404, 404, 404, 200, 404, 401],
  takeMail: [401, 403, 403, 403, 403, 403, 403, 403, 401],
  listKeptMails: [401, 403, 403, 403, 403, 200, 200, 403, 401],
  fileMail: [401, 404, 404, 404, 404, 201, 201, 404, 401],
  dropMail: [401, 404, 404, 404, 404, 204, 204, 404, 401],
  listNotifications: [401, 200, 200, 200, 200, 200, 200, 200, 401],
  readNotifications: [401, 200, 200, 200, 200, 200, 200, 200, 401],
  getPreferences: [401, 200, 200, 200, 200, 200, 200, 200, 401],
  editPreferences: [401, 200, 200, 200, 200, 200, 200, 200, 401],
  listDevices: [401, 200, 200, 200, 200, 200, 200, 200, 401],
  addDevice: [401, 201, 201, 201, 201, 201, 201, 201, 401],
  removeDevice: [401, 204, 404, 404, 404, 404, 404, 404, 401],
  listViews: [401, 403, 403, 200, 200, 200, 200, 403, 401],
  saveView: [401, 403, 403, 201, 201, 201, 201, 403, 401],
  editView: [401, 404, 404, 200, 404, 404, 404, 404, 401],
  deleteView: [401, 404, 404, 204, 404, 404, 404, 404, 401],
  getPremises: [401, 404, 404, 200, 404, 200, 200, 404, 401],
  listPremisesRequests: [401, 404, 404, 200, 404, 200, 200, 404, 401],
  editPremisesNotes: [401, 404, 404, 200, 404, 200, 200, 404, 401],
  getNeedsOf: [401, 200, 404, 404, 404, 200, 200, 404, 401],
  editNeedsOf: [401, 200, 404, 404, 404, 200, 200, 404, 401],
  getCustomerNotes: [401, 404, 404, 200, 200, 200, 200, 404, 401],
  editCustomerNotes: [401, 404, 404, 200, 200, 200, 200, 404, 401],
  listHomesOf: [401, 200, 404, 200, 200, 200, 200, 404, 401],
  getNeeds: [401, 200, 200, 404, 404, 404, 404, 404, 401],
  editNeeds: [401, 200, 200, 404, 404, 404, 404, 404, 401],
  listHomes: [401, 200, 200, 404, 404, 404, 404, 404, 401],
  listHomeRequests: [401, 200, 404, 403, 403, 403, 403, 404, 401],
  addHome: [401, 201, 201, 403, 403, 403, 403, 403, 401],
  editHome: [401, 200, 404, 403, 403, 403, 403, 404, 401],
  makeHomeMain: [401, 200, 404, 403, 403, 403, 403, 404, 401],
  leaveHome: [401, 204, 404, 403, 403, 403, 403, 404, 401],
  getRequestCare: [401, 403, 404, 200, 404, 200, 200, 404, 401],
  listCustomers: [401, 403, 403, 200, 200, 200, 200, 403, 401],
  getCustomer: [401, 404, 404, 200, 200, 200, 200, 404, 401],
  createCustomer: [401, 403, 403, 201, 201, 201, 201, 403, 401],
  inviteCustomer: [401, 404, 404, 202, 202, 202, 202, 404, 401],
  listKeys: [401, 403, 403, 403, 403, 403, 200, 403, 401],
  createKey: [401, 403, 403, 403, 403, 403, 201, 403, 401],
  getCurrentKey: [401, 404, 404, 404, 404, 404, 404, 404, 401],
  getKey: [401, 404, 404, 404, 404, 404, 200, 404, 401],
  rollKey: [401, 404, 404, 404, 404, 404, 201, 404, 401],
  revokeKey: [401, 404, 404, 404, 404, 404, 204, 404, 401],
  listAudit: [401, 403, 403, 403, 403, 403, 200, 403, 401],
  exportAudit: [401, 403, 403, 403, 403, 403, 200, 403, 401],
  getTwoFactor: [401, 200, 200, 200, 200, 200, 200, 200, 401],
  startTwoFactor: [401, 201, 201, 201, 201, 201, 201, 201, 401],
  confirmTwoFactor: [401, 200, 200, 200, 200, 200, 200, 200, 401],
  renewRecoveryCodes: [401, 201, 201, 201, 201, 201, 201, 201, 401],
  turnOffTwoFactor: [401, 204, 204, 204, 204, 204, 204, 204, 401],
  getTwoFactorOf: [401, 404, 404, 404, 404, 404, 200, 404, 401],
  removeTwoFactorOf: [401, 404, 404, 404, 404, 404, 204, 404, 401],
  getFileUsage: [401, 403, 403, 403, 403, 403, 200, 403, 401],
  decideRemovedFile: [401, 403, 403, 403, 403, 403, 200, 403, 401],
  getSettings: [401, 403, 403, 403, 403, 403, 200, 403, 401],
  changeSettings: [401, 403, 403, 403, 403, 403, 200, 403, 401],
  getRoster: [401, 404, 404, 404, 200, 200, 200, 404, 401],
  setShifts: [401, 404, 404, 404, 403, 200, 200, 404, 401],
  listAbsences: [401, 404, 404, 404, 200, 200, 200, 404, 401],
  addAbsence: [401, 404, 404, 404, 403, 201, 201, 404, 401],
  setAbsenceEnd: [401, 404, 404, 404, 403, 200, 200, 404, 401],
  deleteAbsence: [401, 404, 404, 404, 403, 204, 204, 404, 401],
  listHolidays: [401, 403, 403, 200, 200, 200, 200, 403, 401],
  setHoliday: [401, 403, 403, 403, 403, 200, 200, 403, 401],
  deleteHoliday: [401, 404, 404, 403, 403, 204, 204, 404, 401],
  getOverview: [401, 403, 403, 403, 403, 200, 200, 403, 401],
  downloadReport: [401, 403, 403, 403, 403, 200, 200, 403, 401],
  getTeamRoster: [401, 403, 403, 403, 403, 200, 200, 403, 401],
  getTeam: [401, 403, 403, 403, 403, 200, 200, 403, 401],
  getQueue: [401, 403, 403, 403, 403, 200, 200, 403, 401],
  assignRequests: [401, 403, 403, 403, 403, 200, 200, 403, 401],
  exportData: [401, 200, 200, 404, 404, 404, 404, 404, 401],
  deleteAccount: [401, 204, 204, 404, 404, 404, 404, 404, 401],
  listFailedJobs: [401, 403, 403, 403, 403, 403, 200, 403, 401],
  getFailedJob: [401, 404, 404, 404, 404, 404, 200, 404, 401],
  retryJob: [401, 404, 404, 404, 404, 404, 202, 404, 401],
  dropJob: [401, 404, 404, 404, 404, 404, 204, 404, 401],
}

const DEVICE = operations.addDevice.example as DeviceToAdd

const KEYS = [
  "key for the owner",
  "key for another customer",
  "key without scopes",
  "key for the utility",
  "expired key",
  "revoked key",
] as const

/** Expected statuses for API keys, in the order above. All other operations are closed to keys. */
const EXPECTED_OF_KEYS: Partial<Record<Operation, number[]>> = {
  fileRequest: [201, 400, 403, 201, 401, 401],
  listRequests: [200, 200, 403, 200, 401, 401],
  watchChanges: [200, 200, 403, 200, 401, 401],
  listDeleted: [200, 200, 403, 200, 401, 401],
  getRequest: [200, 404, 404, 200, 401, 401],
  addDetails: [201, 404, 404, 201, 401, 401],
  sendMessage: [201, 404, 404, 201, 401, 401],
  leaveNote: [404, 404, 404, 201, 401, 401],
  listMentionable: [404, 404, 404, 200, 401, 401],
  deleteRequest: [204, 404, 404, 204, 401, 401],
  moveRequest: [403, 404, 404, 200, 401, 401],
  confirmFixed: [200, 404, 404, 200, 401, 401],
  reopenOwn: [200, 404, 404, 200, 401, 401],
  cancelOwn: [200, 404, 404, 200, 401, 401],
  correctRequest: [200, 404, 404, 200, 401, 401],
  assignRequest: [403, 404, 404, 200, 401, 401],
  unassignRequest: [403, 404, 404, 200, 401, 401],
  changeRequests: [403, 403, 403, 200, 401, 401],
  prioritiseRequest: [403, 404, 404, 200, 401, 401],
  assignRequests: [403, 403, 403, 200, 401, 401],
  listTimeline: [200, 404, 404, 200, 401, 401],
  getExpectation: [200, 404, 404, 200, 401, 401],
  attachFiles: [201, 404, 404, 201, 401, 401],
  openAttachment: [200, 404, 404, 200, 401, 401],
  removeAttachment: [403, 404, 404, 403, 401, 401],
  beginUpload: [201, 201, 403, 201, 401, 401],
  completeUpload: [404, 404, 403, 404, 401, 401],
  dropUpload: [404, 404, 403, 404, 401, 401],
  openPicture: [200, 404, 404, 200, 401, 401],
  getPremises: [404, 404, 404, 200, 401, 401],
  listPremisesRequests: [404, 404, 404, 200, 401, 401],
  editPremisesNotes: [404, 404, 404, 200, 401, 401],
  listCustomers: [200, 200, 403, 200, 401, 401],
  getCustomer: [200, 404, 404, 200, 401, 401],
  getNeedsOf: [200, 404, 404, 200, 401, 401],
  createCustomer: [403, 403, 403, 201, 401, 401],
  inviteCustomer: [404, 404, 404, 202, 401, 401],
  getCurrentKey: [200, 200, 200, 200, 401, 401],
  takeMail: [403, 403, 403, 201, 401, 401],
}
const CLOSED = [403, 403, 403, 403, 401, 401]

interface Scene {
  people: Record<(typeof CALLERS)[number], Actor | undefined>
  actor: Actor | KeyHolder | undefined
  id: string
  version: number
  attachmentId: string
}

let people: Scene["people"]
/** The photo that an owner has sent, whose pictures take long to draw: everybody asks for the same. */
const photos = new WeakMap<Actor, string>()

const email = () => `${crypto.randomUUID()}@example.test`
const tokenFor = async (purpose: Parameters<typeof tokenOf>[1]) => tokenOf((await makeActor("customer")).id, purpose)
const known = (actor: Actor | undefined): Actor => {
  if (!actor) throw new Error("There is nobody here.")
  return actor
}
const invitationId = async () => (await inviteStaff(known(people.administrator), { email: email(), role: "staff" })).id
/** Views of one person have names of their own. */
const newName = () => `View ${crypto.randomUUID()}`
const newReply = () => ({ name: `Reply ${crypto.randomUUID()}`, text: "Dear {name}, we come by {time}." })
const viewOf = async (people: Scene["people"]) =>
  (await saveView(known(people["assigned staff"]), { name: newName(), filter: { due: "overdue" }, shared: false })).id
const premisesOf = async (id: string) => (await readRequest(id)).premisesId ?? ""
const failedJob = async () => String(await failJob())
const oneFile = () => {
  const form = new FormData()
  form.append("files", new File(["a note"], "note.txt"))
  return form
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
const tomorrow = () => ({ from: inDays(1), until: inDays(2) })

const isIn = (actor: Scene["actor"]): actor is Actor => actor !== undefined && !actor.key && actor.state !== "disabled"

/** The proof that changing a second factor takes, set up for the actor. */
async function proof(actor: Scene["actor"]) {
  const { secret } = isIn(actor) ? await enrol(actor) : {}
  return { currentPassword: PASSWORD, code: secret ? codeAt(secret, Date.now()) : "000000" }
}

/** Somebody on duty has to check it for danger. */
const DOUBTFUL = { description: "There was a smell of gas in the hall last week.", happeningNow: false }

async function resolve(people: Scene["people"], { id, version }: Pick<Scene, "id" | "version">) {
  const assigned = known(people["assigned staff"])
  const begun = await moveRequest(assigned, { id, to: "in_progress", version })
  await moveRequest(assigned, { id, to: "resolved", version: begun.version })
}

const NEEDS = { needs: ["baby"], language: "Polish", version: 1 }
const HARBOUR = { line1: "14 Harbour Street", town: "Leeds", postcode: "LS1 4AB" }
const homeOf = async ({ owner }: Scene["people"]) =>
  (await addHome(known(owner), { premises: { ...HARBOUR, line2: crypto.randomUUID() }, role: "landlord" })).id

/** One valid call of each operation. */
const CALLS: Record<Operation, (scene: Scene) => Promise<Response>> = {
  createTokens: ({ actor, people }) =>
    call(tokens.POST, "POST", { actor, body: { email: emailOf(known(people.owner)), password: PASSWORD } }),
  refreshTokens: async ({ actor }) => {
    const { sessionId } = await makeActor("customer")
    const { refreshToken } = await issueTokens({ sessionId, rotation: 0 }, new Date(Date.now() + 60_000))
    return call(refresh.POST, "POST", { actor, body: { refreshToken } })
  },
  endTokens: ({ actor }) => call(current.DELETE, "DELETE", { actor }),
  listSessions: ({ actor }) => call(sessions.GET, "GET", { actor }),
  confirmSession: ({ actor }) => call(confirmation.POST, "POST", { actor, body: { currentPassword: PASSWORD } }),
  endSession: ({ actor, people }) =>
    call(session.DELETE, "DELETE", { actor, params: { id: known(people.owner).sessionId } }),
  endSessions: ({ actor }) => call(sessions.DELETE, "DELETE", { actor }),
  registerCustomer: ({ actor }) =>
    call(accounts.POST, "POST", {
      actor,
      body: { name: "New", email: email(), phone: "0113 496 0001", password: PASSWORD, premises },
    }),
  registerStaff: ({ actor }) =>
    call(staff.POST, "POST", {
      actor,
      body: { name: "New", email: email(), phone: "0113 496 0001", password: PASSWORD },
    }),
  verifyEmail: async ({ actor }) =>
    call(verifications.POST, "POST", { actor, body: { token: await tokenFor("verify_email") } }),
  requestVerification: ({ actor }) => call(verificationLinks.POST, "POST", { actor, body: { email: email() } }),
  resendVerification: ({ actor }) => call(verification.POST, "POST", { actor, body: {} }),
  requestReset: ({ actor }) => call(resets.POST, "POST", { actor, body: { email: email() } }),
  resetPassword: async ({ actor }) =>
    call(reset.PUT, "PUT", {
      actor,
      body: { token: await tokenFor("reset_password"), newPassword: `${PASSWORD} staple` },
    }),
  listCategories: ({ actor }) => call(categories.GET, "GET", { actor }),
  getProfile: ({ actor }) => call(profile.GET, "GET", { actor }),
  editProfile: ({ actor }) =>
    call(profile.PUT, "PUT", { actor, body: { name: "Renamed", phone: "0113 496 0002", version: 1 } }),
  requestEmailChange: ({ actor }) =>
    call(emailOfProfile.POST, "POST", { actor, body: { email: email(), currentPassword: PASSWORD } }),
  changeEmail: async ({ actor }) => {
    const token = isIn(actor) ? await tokenOf(actor.id, "change_email", email()) : "none"
    return call(emailOfProfile.PUT, "PUT", { actor, body: { token } })
  },
  changePassword: ({ actor }) =>
    call(password.PUT, "PUT", { actor, body: { currentPassword: PASSWORD, newPassword: `${PASSWORD} staple` } }),
  getAvailability: ({ actor }) => call(availability.GET, "GET", { actor }),
  setAvailability: ({ actor }) => call(availability.PUT, "PUT", { actor, body: { available: false } }),
  listStaff: ({ actor }) => call(staff.GET, "GET", { actor }),
  getStaff: ({ actor, people }) => call(member.GET, "GET", { actor, params: { id: known(people["other staff"]).id } }),
  editStaff: ({ actor, people }) =>
    call(member.PATCH, "PATCH", { actor, params: { id: known(people["other staff"]).id }, body: { capacity: 5 } }),
  listInvitations: ({ actor }) => call(invitations.GET, "GET", { actor }),
  inviteStaff: ({ actor }) => call(invitations.POST, "POST", { actor, body: { email: email() } }),
  reportEmergency: ({ actor }) =>
    call(emergencyReports.POST, "POST", { actor, body: { safetyCheck: "gas_smell", premises } }),
  fileRequest: ({ actor, people }) => {
    const customerId = actor?.key || (actor && actor.role !== "customer") ? known(people.owner).id : undefined
    return call(requests.POST, "POST", { actor, body: { ...requestToFile(), customerId } })
  },
  resendInvitation: async ({ actor }) =>
    call(invitationCode.POST, "POST", { actor, params: { id: await invitationId() }, body: {} }),
  revokeInvitation: async ({ actor }) =>
    call(invitation.DELETE, "DELETE", { actor, params: { id: await invitationId() } }),
  listRequests: ({ actor }) => call(requests.GET, "GET", { actor }),
  watchChanges: ({ actor }) => call(events.GET, "GET", { actor }),
  listDeleted: ({ actor }) => call(deletedRequests.GET, "GET", { actor }),
  getRequest: ({ actor, id }) => call(request.GET, "GET", { actor, params: { id } }),
  addDetails: ({ actor, id }) =>
    call(details.POST, "POST", { actor, params: { id }, body: { details: "The meter is in the hall." } }),
  sendMessage: ({ actor, id }) =>
    call(messages.POST, "POST", { actor, params: { id }, body: { text: "The meter is in the hall." } }),
  leaveNote: ({ actor, id }) =>
    call(notes.POST, "POST", { actor, params: { id }, body: { text: "They called about the hall." } }),
  listMentionable: ({ actor, id }) => call(mentionable.GET, "GET", { actor, params: { id } }),
  setPresence: ({ actor, id }) => call(presence.PUT, "PUT", { actor, params: { id }, body: { doing: "viewing" } }),
  deleteRequest: ({ actor, id }) => call(request.DELETE, "DELETE", { actor, params: { id } }),
  moveRequest: ({ actor, id, version }) =>
    call(status.PUT, "PUT", { actor, params: { id }, body: { to: "in_progress", version } }),
  confirmFixed: async ({ actor, id, version, people }) => {
    await resolve(people, { id, version })
    return call(confirmedFixed.POST, "POST", { actor, params: { id }, body: { rating: 4 } })
  },
  reopenOwn: async ({ actor, id, version, people }) => {
    await resolve(people, { id, version })
    return call(reopening.POST, "POST", { actor, params: { id }, body: { reason: "It is blank again." } })
  },
  cancelOwn: ({ actor, id }) => call(cancellation.POST, "POST", { actor, params: { id }, body: {} }),
  correctRequest: ({ actor, id, version }) =>
    call(request.PATCH, "PATCH", { actor, params: { id }, body: { contactPhone: "0113 496 0077", version } }),
  returnRequest: ({ actor, id, version }) =>
    call(returned.POST, "POST", { actor, params: { id }, body: { reason: "I have no ladder.", version } }),
  proposeColleague: ({ actor, id, people }) =>
    call(requestProposals.POST, "POST", {
      actor,
      params: { id },
      body: { assigneeId: known(people["other staff"]).id, reason: "He has a ladder." },
    }),
  listReplies: ({ actor }) => call(replies.GET, "GET", { actor }),
  makeReply: ({ actor }) => call(replies.POST, "POST", { actor, body: newReply() }),
  editReply: async ({ actor, people }) => {
    const { id } = await makeReply(known(people.supervisor), newReply())
    return call(reply.PUT, "PUT", { actor, params: { id }, body: { ...newReply(), version: 1 } })
  },
  deleteReply: async ({ actor, people }) => {
    const { id } = await makeReply(known(people.supervisor), newReply())
    return call(reply.DELETE, "DELETE", { actor, params: { id } })
  },
  listColleagues: ({ actor, id }) => call(proposable.GET, "GET", { actor, params: { id } }),
  listProposals: ({ actor }) => call(proposals.GET, "GET", { actor }),
  assignRequest: ({ actor, id, version, people }) =>
    call(assignee.PUT, "PUT", {
      actor,
      params: { id },
      body: { assigneeId: known(people["other staff"]).id, version },
    }),
  unassignRequest: ({ actor, id, version }) =>
    call(assignee.DELETE, "DELETE", { actor, params: { id }, query: `?version=${version}` }),
  changeRequests: ({ actor, id, version }) =>
    call(changes.POST, "POST", { actor, body: { requests: [{ id, version }], to: "in_progress" } }),
  prioritiseRequest: ({ actor, id, version }) =>
    call(priority.PUT, "PUT", {
      actor,
      params: { id },
      body: { priority: "high", reason: "The customer has a newborn baby.", version },
    }),
  listViews: ({ actor }) => call(savedViews.GET, "GET", { actor }),
  saveView: ({ actor }) =>
    call(savedViews.POST, "POST", { actor, body: { name: newName(), filter: { due: "overdue" } } }),
  editView: async ({ actor, people }) =>
    call(savedView.PATCH, "PATCH", {
      actor,
      params: { id: await viewOf(people) },
      body: { name: newName(), version: 1 },
    }),
  deleteView: async ({ actor, people }) =>
    call(savedView.DELETE, "DELETE", { actor, params: { id: await viewOf(people) } }),
  acknowledgeRequest: ({ actor, id }) => call(acknowledgement.PUT, "PUT", { actor, params: { id }, body: {} }),
  listEmergencies: ({ actor }) => call(emergencies.GET, "GET", { actor }),
  listDangerChecks: ({ actor }) => call(dangerChecks.GET, "GET", { actor }),
  decideDangerCheck: async ({ actor, people }) => {
    const { id } = await fileRequest(known(people.owner), requestToFile(DOUBTFUL))
    return call(dangerCheck.PUT, "PUT", { actor, params: { id }, body: { danger: false } })
  },
  getReports: ({ actor, id }) => call(reports.GET, "GET", { actor, params: { id } }),
  separateReport: ({ actor, id }) => call(separation.PUT, "PUT", { actor, params: { id }, body: {} }),
  acknowledgeTogether: ({ actor, id }) => call(together.PUT, "PUT", { actor, body: { ids: [id] } }),
  explainAssignment: ({ actor, id }) => call(assignment.GET, "GET", { actor, params: { id } }),
  listTimeline: ({ actor, id }) => call(timeline.GET, "GET", { actor, params: { id } }),
  listClocks: ({ actor, id }) => call(clocks.GET, "GET", { actor, params: { id } }),
  listNearestClocks: ({ actor, id }) => call(requestClocks.GET, "GET", { actor, query: `?ids=${id}` }),
  getExpectation: ({ actor, id }) => call(expectation.GET, "GET", { actor, params: { id } }),
  attachFiles: ({ actor, id }) => call(files.POST, "POST", { actor, params: { id }, form: oneFile() }),
  beginUpload: ({ actor }) =>
    call(begunUploads.POST, "POST", { actor, body: { name: "note.txt", bytes: 6, mediaType: "text/plain" } }),
  completeUpload: async ({ actor, people }) => {
    const { id } = await sendUpload(known(people.owner), "note.txt", "a note")
    return call(completion.POST, "POST", { actor, params: { id }, body: {} })
  },
  dropUpload: async ({ actor, people }) => {
    const { id } = await sendUpload(known(people.owner), "note.txt", "a note")
    return call(begunUpload.DELETE, "DELETE", { actor, params: { id } })
  },
  listAudit: ({ actor }) => call(auditLog.GET, "GET", { actor }),
  exportAudit: ({ actor }) => call(auditExport.GET, "GET", { actor }),
  getTwoFactor: ({ actor }) => call(factor.GET, "GET", { actor }),
  startTwoFactor: ({ actor }) => call(factor.POST, "POST", { actor, body: { currentPassword: PASSWORD } }),
  confirmTwoFactor: async ({ actor }) => {
    const begun = isIn(actor) ? await startTwoFactor(actor, { currentPassword: PASSWORD }) : undefined
    const code = begun ? codeAt(begun.secret, Date.now()) : "000000"
    return call(factor.PUT, "PUT", { actor, body: { code } })
  },
  renewRecoveryCodes: async ({ actor }) => call(recoveryCodes.POST, "POST", { actor, body: await proof(actor) }),
  turnOffTwoFactor: async ({ actor }) => call(removal.PUT, "PUT", { actor, body: await proof(actor) }),
  getTwoFactorOf: ({ actor, people }) => call(factorOf.GET, "GET", { actor, params: { id: known(people.owner).id } }),
  removeTwoFactorOf: ({ actor, people }) =>
    call(factorOf.DELETE, "DELETE", { actor, params: { id: known(people.owner).id } }),
  getFileUsage: ({ actor }) => call(fileUsage.GET, "GET", { actor }),
  decideRemovedFile: async ({ actor, people, id }) => {
    const removed = await removedFile(known(people.owner), { id })
    return call(decision.PUT, "PUT", { actor, params: { id: removed }, body: operations.decideRemovedFile.example })
  },
  getSettings: ({ actor }) => call(settings.GET, "GET", { actor }),
  changeSettings: ({ actor }) =>
    call(settings.PATCH, "PATCH", { actor, body: { staffTwoFactorRequired: false, version: 1 } }),
  getRoster: ({ actor, people }) => call(shifts.GET, "GET", { actor, params: { id: known(people["other staff"]).id } }),
  setShifts: ({ actor, people }) =>
    call(shifts.PUT, "PUT", { actor, params: { id: known(people["other staff"]).id }, body: { shifts: [] } }),
  listAbsences: ({ actor, people }) =>
    call(absences.GET, "GET", { actor, params: { id: known(people["other staff"]).id } }),
  addAbsence: ({ actor, people }) =>
    call(absences.POST, "POST", { actor, params: { id: known(people["other staff"]).id }, body: tomorrow() }),
  setAbsenceEnd: async ({ actor, people }) => {
    const { id } = await addAbsence(known(people.supervisor), { id: known(people["other staff"]).id, from: inDays(2) })
    return call(absenceEnd.PUT, "PUT", { actor, params: { id }, body: { until: inDays(3) } })
  },
  deleteAbsence: async ({ actor, people }) => {
    const ahead = { id: known(people["other staff"]).id, from: inDays(2), until: inDays(3) }
    const { id } = await addAbsence(known(people.supervisor), ahead)
    return call(absence.DELETE, "DELETE", { actor, params: { id } })
  },
  listHolidays: ({ actor }) => call(holidays.GET, "GET", { actor }),
  setHoliday: ({ actor }) =>
    call(holiday.PUT, "PUT", { actor, params: { day: "2026-12-25" }, body: { name: "Christmas Day" } }),
  deleteHoliday: async ({ actor, people }) => {
    await setHoliday(known(people.supervisor), { day: "2026-12-26", name: "Boxing Day" })
    return call(holiday.DELETE, "DELETE", { actor, params: { day: "2026-12-26" } })
  },
  getNeedsOf: ({ actor, people }) =>
    call(needsOfCustomer.GET, "GET", { actor, params: { id: known(people.owner).id } }),
  editNeedsOf: async ({ actor, people }) => {
    const { version } = await getNeeds(known(people.owner), {})
    const body = { ...NEEDS, version }
    return call(needsOfCustomer.PUT, "PUT", { actor, params: { id: known(people.owner).id }, body })
  },
  getCustomerNotes: ({ actor, people }) =>
    call(customerNotes.GET, "GET", { actor, params: { id: known(people.owner).id } }),
  editCustomerNotes: async ({ actor, people }) => {
    const { version } = await getCustomerNotes(known(people.supervisor), known(people.owner))
    const body = { notes: "Her son answers for her.", version }
    return call(customerNotes.PUT, "PUT", { actor, params: { id: known(people.owner).id }, body })
  },
  listHomesOf: ({ actor, people }) =>
    call(homesOfCustomer.GET, "GET", { actor, params: { id: known(people.owner).id } }),
  getNeeds: ({ actor }) => call(needs.GET, "GET", { actor }),
  editNeeds: ({ actor }) => call(needs.PUT, "PUT", { actor, body: NEEDS }),
  listHomes: ({ actor }) => call(homes.GET, "GET", { actor }),
  listHomeRequests: async ({ actor, people }) =>
    call(homeRequests.GET, "GET", { actor, params: { id: await homeOf(people) } }),
  addHome: ({ actor }) => call(homes.POST, "POST", { actor, body: { premises: HARBOUR, role: "landlord" } }),
  editHome: async ({ actor, people }) =>
    call(home.PUT, "PUT", { actor, params: { id: await homeOf(people) }, body: { role: "owner", version: 1 } }),
  makeHomeMain: async ({ actor, people }) =>
    call(mainHome.PUT, "PUT", { actor, params: { id: await homeOf(people) }, body: { version: 1 } }),
  leaveHome: async ({ actor, people }) => call(home.DELETE, "DELETE", { actor, params: { id: await homeOf(people) } }),
  getRequestCare: ({ actor, id }) => call(care.GET, "GET", { actor, params: { id } }),
  removeAttachment: ({ actor, attachmentId }) =>
    call(attachment.DELETE, "DELETE", { actor, params: { id: attachmentId }, query: "?reason=private" }),
  openAttachment: ({ actor, attachmentId }) => call(attachment.GET, "GET", { actor, params: { id: attachmentId } }),
  openPicture: async ({ actor, people, id }) => {
    const owner = known(people.owner)
    const photo = photos.get(owner) ?? (await attachPhoto(owner, { id })).id
    photos.set(owner, photo)
    return call(picture.GET, "GET", { actor, params: { id: photo, size: "small" } })
  },
  listNotifications: ({ actor }) => call(notifications.GET, "GET", { actor }),
  readNotifications: ({ actor }) => call(notificationsRead.POST, "POST", { actor, body: {} }),
  getPreferences: ({ actor }) => call(preferences.GET, "GET", { actor }),
  editPreferences: ({ actor }) =>
    call(preferences.PUT, "PUT", { actor, body: { mail: ["resolved"], push: [], version: 1 } }),
  listDevices: ({ actor }) => call(devices.GET, "GET", { actor }),
  addDevice: ({ actor }) => call(devices.POST, "POST", { actor, body: operations.addDevice.example }),
  removeDevice: async ({ actor, people }) => {
    const { id } = await addDevice(known(people.owner), DEVICE)
    return call(device.DELETE, "DELETE", { actor, params: { id } })
  },
  listMails: ({ actor }) => call(mails.GET, "GET", { actor }),
  takeMail: ({ actor }) => call(inboundMails.POST, "POST", { actor, form: oneMail("words") }),
  listKeptMails: ({ actor }) => call(inboundMails.GET, "GET", { actor }),
  fileMail: async ({ actor, id }) => {
    const body = { reference: (await readRequest(id)).reference }
    return call(mailMessage.POST, "POST", { actor, params: { id: (await keepMail()).id }, body })
  },
  dropMail: async ({ actor }) => call(keptMail.DELETE, "DELETE", { actor, params: { id: (await keepMail()).id } }),
  getMail: async ({ actor }) => call(mail.GET, "GET", { actor, params: { id: (await makeMail()).id } }),
  getPremises: async ({ actor, id }) =>
    call(premisesRecord.GET, "GET", { actor, params: { id: await premisesOf(id) } }),
  listPremisesRequests: async ({ actor, id }) =>
    call(premisesRequests.GET, "GET", { actor, params: { id: await premisesOf(id) } }),
  editPremisesNotes: async ({ actor, id }) => {
    const premisesId = await premisesOf(id)
    const { version } = await getPremises(known(people.supervisor), { id: premisesId })
    return call(premisesRecord.PATCH, "PATCH", { actor, params: { id: premisesId }, body: { notes: "A dog", version } })
  },
  listCustomers: ({ actor }) => call(customers.GET, "GET", { actor }),
  getCustomer: ({ actor, people }) => call(customer.GET, "GET", { actor, params: { id: known(people.owner).id } }),
  createCustomer: ({ actor }) =>
    call(customers.POST, "POST", { actor, body: { name: "New", phone: "0113 496 0009", another: true } }),
  inviteCustomer: async ({ actor }) => {
    const { id } = await makeActor("customer", { verified: false })
    return call(portalInvitations.POST, "POST", { actor, params: { id }, body: {} })
  },
  listKeys: ({ actor }) => call(keys.GET, "GET", { actor }),
  createKey: ({ actor }) =>
    call(keys.POST, "POST", { actor, body: { name: "Call centre", scopes: ["requests:read"], reach: "utility" } }),
  getCurrentKey: ({ actor }) => call(currentKey.GET, "GET", { actor }),
  getKey: async ({ actor }) => call(key.GET, "GET", { actor, params: { id: (await makeKey()).id } }),
  rollKey: async ({ actor }) => call(secrets.POST, "POST", { actor, params: { id: (await makeKey()).id }, body: {} }),
  revokeKey: async ({ actor }) => call(key.DELETE, "DELETE", { actor, params: { id: (await makeKey()).id } }),
  getOverview: ({ actor }) => call(overview.GET, "GET", { actor }),
  downloadReport: ({ actor }) => call(overviewExport.GET, "GET", { actor, query: "?table=days" }),
  getTeamRoster: ({ actor }) => call(teamRoster.GET, "GET", { actor }),
  getTeam: ({ actor }) => call(team.GET, "GET", { actor }),
  getQueue: ({ actor }) => call(queue.GET, "GET", { actor }),
  assignRequests: ({ actor, id, version, people }) =>
    call(assignments.POST, "POST", {
      actor,
      body: { requests: [{ id, version }], assigneeId: known(people["other staff"]).id },
    }),
  listFailedJobs: ({ actor }) => call(jobs.GET, "GET", { actor }),
  getFailedJob: async ({ actor }) => call(job.GET, "GET", { actor, params: { id: await failedJob() } }),
  retryJob: async ({ actor }) => call(attempts.POST, "POST", { actor, params: { id: await failedJob() }, body: {} }),
  dropJob: async ({ actor }) => call(job.DELETE, "DELETE", { actor, params: { id: await failedJob() } }),
  exportData: ({ actor }) => call(exported.GET, "GET", { actor }),
  deleteAccount: async ({ actor, people }) => {
    const response = await call(deletion.POST, "POST", { actor, body: { currentPassword: PASSWORD } })
    // The next caller needs an owner who still exists.
    if (actor && actor === people.owner) people.owner = await makeActor("customer")
    return response
  },
}

describe("who may do what, answered by the API", () => {
  beforeAll(emptyDatabase)

  test("is said here of every operation", () => {
    expect(Object.keys(EXPECTED).sort()).toEqual(Object.keys(operations).sort())
  })

  beforeEach(async () => {
    await emptyDatabase()
    people = {
      anonymous: undefined,
      owner: await makeActor("customer"),
      "other customer": await makeActor("customer"),
      "assigned staff": await makeActor("staff"),
      "other staff": await makeActor("staff"),
      supervisor: await makeActor("supervisor"),
      administrator: await makeActor("administrator"),
      "waiting staff": await makeActor("staff", { state: "waiting" }),
      "disabled staff": await makeActor("staff", { state: "disabled" }),
    }
  })

  test.each(Object.keys(EXPECTED) as Operation[])("%s", async (operation) => {
    const answers: Record<string, number> = {}
    for (const caller of CALLERS) answers[caller] = await answer(operation, people[caller])
    expect(answers).toEqual(Object.fromEntries(CALLERS.map((caller, i) => [caller, EXPECTED[operation][i]])))
  })

  test.each(Object.keys(EXPECTED) as Operation[])("%s, asked by API keys", async (operation) => {
    const [ofOwner, ofOther] = [known(people.owner), known(people["other customer"])].map(({ id }) => [id])
    const holders = {
      "key for the owner": await makeKey({ customerIds: ofOwner }),
      "key for another customer": await makeKey({ customerIds: ofOther }),
      "key without scopes": await makeKey({ scopes: [] }),
      "key for the utility": await makeKey(),
      "expired key": await makeKey({ expiresAt: new Date(Date.now() - 1) }),
      "revoked key": await makeKey({ revokedAt: new Date() }),
    }
    const answers: Record<string, number> = {}
    for (const holder of KEYS) answers[holder] = await answer(operation, holders[holder])
    // A public operation asks nobody who they are.
    const open = operations[operation].access === "public" && KEYS.map(() => EXPECTED[operation][0])
    const expected = open || (EXPECTED_OF_KEYS[operation] ?? CLOSED)
    expect(answers).toEqual(Object.fromEntries(KEYS.map((holder, i) => [holder, expected[i]])))
  })
})

async function answer(operation: Operation, actor: Scene["actor"]): Promise<number> {
  const owner = known(people.owner)
  const filed = await fileRequest(owner, requestToFile())
  const assigned = known(people["assigned staff"])
  const supervisor = known(people.supervisor)
  const change = { id: filed.id, assigneeId: assigned.id, version: filed.version }
  const request = filed.assigneeId === assigned.id ? filed : await assignRequest(supervisor, change)
  const attach = () => attachFiles(owner, filed, (take) => take("note.txt", chunks("a note")))
  const attachmentId = ["openAttachment", "removeAttachment"].includes(operation)
    ? ((await attach()).items[0]?.id ?? "")
    : ""
  const response = await CALLS[operation]({
    people,
    actor,
    id: filed.id,
    version: request.version,
    attachmentId,
  })
  await response.body?.cancel()
  return response.status
}

async function* chunks(text: string) {
  yield Buffer.from(text)
}
