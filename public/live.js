// One connection to the server for all tabs of an account that a browser has open. It is a shared worker, named after the
// account by its address. A browser that has none starts a worker for each tab, of which one has the connection and tells
// the others. Another account has other workers, and the server ends a stream that is asked for in the name of an account
// that is no longer signed in here.
const account = new URLSearchParams(location.search).get("account")

/** So long is known what was heard, for pages that were made meanwhile. */
const REMEMBERED_MS = 60_000
/** The server says something every 20 seconds. */
const SILENCE_MS = 30_000
/** A worker that leads says something whenever the server does, and before each try to reach it. */
const BEAT_MS = 45_000
const LONGEST_PAUSE_MS = 5000
/** A browser that is offline for less only blinks. */
const OFFLINE_MS = 5000
/** One failure may be a server that restarts; after the second nobody should rely on what a page shows. */
const MOST_FAILURES = 1

const ports = new Set()
let heard = []
let begunAt
let since
let failures = 0
let isLost = false
let isFollowing = false
/** How the session of the account ended here, as the tabs were told last. */
let over
/** Whether nothing is asked for until another worker has a stream, or a tab begins to listen. */
let isEnded = false
/** Counts those that follow, so that one that was halted does not go on. */
let turn = 0
let stop = () => undefined

/** Where workers of the same account tell each other. Without locks each has a connection of its own. */
const channel =
  !("onconnect" in self) && navigator.locks && "BroadcastChannel" in self
    ? new BroadcastChannel(`live ${account}`)
    : undefined
const me = Math.random()
let isLeading = false
/** Whether the worker that leads has told what was missed, so that what it tells next leaves no gap. */
let isWelcome = false
/** Until when this worker has heard of everything. */
let knownUntil
let giveUp = () => undefined
/** When the server was last heard. */
let aliveAt
let beatTimer
/** Where workers cannot stand in a queue, each has a connection of its own. */
let isAlone = false

const tell = (news) => {
  for (const port of ports) port.postMessage(news)
  if (isLeading) channel.postMessage({ news, since })
}

/** A tab that begins to listen says where its page was read from the log, and how old it is. */
function enter(port, { cursor, age }) {
  ports.add(port)
  port.postMessage({ lost: isLost })
  if (isFollowing) {
    for (const news of heardWithin(age)) port.postMessage(news)
    return
  }
  since ??= cursor
  isEnded = false
  if (channel) void stand(age)
  else void follow()
}

function heardWithin(age) {
  if (age > Math.min(Date.now() - begunAt + 1000, REMEMBERED_MS)) return [{ missed: true }]
  return heard.filter(({ at }) => at >= Date.now() - age).map(({ news }) => news)
}

function leave(port) {
  ports.delete(port)
  if (ports.size > 0) return
  if (isLeading || isWelcome) knownUntil = Date.now()
  isWelcome = false
  clearTimeout(beatTimer)
  giveUp()
  stop()
}

/** Hears from the worker that leads, until it leads itself: once that has left, or its tab is closed or out of sight. */
async function stand(age) {
  knownUntil ??= Date.now() - age
  ask()
  await queue()
}

async function queue(options) {
  const control = new AbortController()
  giveUp = () => control.abort()
  let leading
  awaitBeat()
  try {
    await navigator.locks.request(`live ${account}`, options ?? { signal: control.signal }, () => {
      leading = lead()
      return leading
    })
  } catch {
    if (leading) await stepDown(leading)
    else if (!control.signal.aborted) {
      isAlone = true
      clearTimeout(beatTimer)
      await follow()
    }
  }
}

/** Another worker has taken the lead, having heard nothing of this one. */
async function stepDown(leading) {
  isLeading = false
  isFollowing = false
  isWelcome = false
  knownUntil = aliveAt ?? begunAt
  turn += 1
  stop()
  goOn()
  await leading
  if (ports.size > 0 && !isEnded) await stand(0)
}

function awaitBeat() {
  clearTimeout(beatTimer)
  // Not all take over in the same moment.
  beatTimer = setTimeout(takeOver, BEAT_MS + Math.random() * 5000)
}

/** The worker that leads is frozen, or has ended without leaving. */
function takeOver() {
  if (isLeading || isEnded || ports.size === 0) return
  say(true)
  giveUp()
  void queue({ steal: true })
}

const ask = () => channel.postMessage({ from: me, age: Date.now() - knownUntil })

async function lead() {
  if (ports.size === 0) return
  isLeading = true
  clearTimeout(beatTimer)
  channel.postMessage({ leads: true })
  const mine = turn + 1
  await follow()
  if (turn === mine) isLeading = false
}

function hearWorker({ leads, beats, opens, from, age, to, told, news, since: place }) {
  if (isLeading) {
    if (from) channel.postMessage({ to: from, told: [{ lost: isLost }, ...heardWithin(age)], since })
    return
  }
  if (ports.size === 0 || isAlone) return
  if (isEnded) {
    if (opens) void comeBack()
    return
  }
  // What others ask is no sign of life.
  if (!from) awaitBeat()
  if ((leads || beats) && !isWelcome) ask()
  if (opens || to === me) reopen()
  if (to === me && !isWelcome) {
    isWelcome = true
    begunAt = knownUntil
    heard = []
    passOn(told, place)
  } else if (news && isWelcome) passOn([news], place)
}

function passOn(all, place) {
  since = place ?? since
  knownUntil = Date.now()
  for (const news of all) {
    if (news.over) end(news.over)
    else if (news.lost === undefined) keep(news)
    else say(news.lost)
  }
}

/** The account is no longer signed in here. Nothing more comes until it is, in whichever tab. */
function end(how) {
  tell({ over: how })
  over = how
  isEnded = true
  isWelcome = false
  knownUntil = Date.now()
  clearTimeout(beatTimer)
  giveUp()
}

/** A stream has been opened, here or by the worker that leads. */
function reopen() {
  if (isLeading) channel.postMessage({ opens: true })
  if (!over) return
  over = undefined
  for (const port of ports) port.postMessage({ over: false })
}

function comeBack() {
  isEnded = false
  reopen()
  return stand(0)
}

if (channel) channel.onmessage = ({ data }) => hearWorker(data)

async function follow() {
  turn += 1
  const mine = turn
  const isHalted = () => turn !== mine || ports.size === 0
  isFollowing = true
  // Whoever has heard of everything from another worker goes on from there.
  if (!isWelcome) {
    begunAt = Date.now()
    heard = []
  }
  while (!isHalted()) {
    beat()
    const status = await connect().catch(() => undefined)
    if (isHalted()) break
    if (status === 401 || status === 403) {
      end(status === 403 ? "someone else" : "signed out")
      break
    }
    failures += 1
    if (failures > MOST_FAILURES) say(true)
    await pause(status === 429 ? 20_000 : Math.min(LONGEST_PAUSE_MS, 500 * 2 ** Math.min(failures, 5)))
  }
  if (turn === mine) isFollowing = false
}

const beat = () => isLeading && channel.postMessage({ beats: true })

let goOn = () => undefined
addEventListener("online", () => goOn())
let offlineTimer
addEventListener("online", () => clearTimeout(offlineTimer))
/** A stream that seems open hears nothing of it for long. */
addEventListener("offline", () => {
  clearTimeout(offlineTimer)
  offlineTimer = setTimeout(loseLine, OFFLINE_MS)
})

function loseLine() {
  if (!isFollowing) return
  say(true)
  stop()
}

/** Not all come back in the same moment. A browser that is online again does not wait. */
const pause = (most) =>
  new Promise((resolve) => {
    goOn = resolve
    setTimeout(resolve, most * (0.5 + Math.random() / 2))
  })

function say(lost) {
  if (isLost !== lost) tell({ lost })
  isLost = lost
}

/** Reads until the stream ends or is silent. Gives the status where there was none. */
async function connect() {
  const { signal, abort } = breakable()
  const query = new URLSearchParams({ account, ...(since && { since }) })
  let timer
  const wake = () => {
    clearTimeout(timer)
    timer = setTimeout(abort, SILENCE_MS)
  }
  wake()
  try {
    const answer = await fetch(`/api/v1/events?${query}`, { cache: "no-store", signal })
    // The cursor is not one of this server.
    if (answer.status === 400 && since) {
      since = undefined
      keep({ missed: true })
    }
    if (answer.status === 403) return (await isForAnother(answer)) ? 403 : 401
    if (!answer.ok) return answer.status
    reopen()
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
    let text = ""
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      wake()
      beat()
      aliveAt = Date.now()
      failures = 0
      say(false)
      const messages = (text + next.value).split("\n\n")
      text = messages.pop()
      hear(messages)
    }
  } finally {
    clearTimeout(timer)
  }
}

/** Another account is signed in here; else this one has something to set up before it may go on, which signing in asks for. */
const isForAnother = async (answer) =>
  (await answer.json()).errors?.some(({ path }) => path === "account") ?? false

function breakable() {
  const controller = new AbortController()
  stop = () => controller.abort()
  return { signal: controller.signal, abort: stop }
}

/** What came together is told together. */
function hear(messages) {
  const changes = []
  for (const message of messages) {
    const [, name] = /^event: (.*)$/m.exec(message) ?? []
    const [, id] = /^id: (.*)$/m.exec(message) ?? []
    since = id ?? since
    if (name === "change") changes.push(dataOf(message))
    if (name === "presence") keep({ presence: dataOf(message) })
    if (name === "files") keep({ files: dataOf(message) })
    if (name === "bell") keep({ bell: dataOf(message) })
    if (name === "alert") keep({ alert: true })
    if (name === "reset") keep({ missed: true })
  }
  if (changes.length > 0) keep({ changes })
}

const dataOf = (message) => JSON.parse(/^data: (.*)$/m.exec(message)?.[1] ?? "{}")

function keep(news) {
  const at = Date.now()
  heard = [...heard.filter((it) => it.at > at - REMEMBERED_MS), { at, news }]
  tell(news)
}

function listen(port) {
  port.onmessage = ({ data }) => (data === "bye" ? leave(port) : enter(port, data))
}

if ("onconnect" in self) onconnect = ({ ports: [port] }) => listen(port)
else listen(self)
