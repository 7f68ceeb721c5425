// Starts the kernel as its kernel.json says and drives it over npm's zeromq: who it is, streams, results, errors, input, the heartbeat, an interrupt, its end.
// Usage: node drive.cjs KERNEL.JSON [PORTS KEY]    With ports ("shell,iopub,stdin,control,heartbeat") and a key it drives a kernel
// that runs already, briefly, as record.py wants it.
"use strict"
const assert = require("node:assert")
const crypto = require("node:crypto")
const fs = require("node:fs")
const net = require("node:net")
const path = require("node:path")
const { spawn } = require("node:child_process")
const zmq = require("zeromq")

const session = crypto.randomUUID()
const limit = setTimeout(() => { console.error("the kernel does not answer"); process.exit(1) }, 100_000)
let key = crypto.randomUUID()
let count = 0

const sign = parts => parts.reduce((hmac, part) => hmac.update(part), crypto.createHmac("sha256", key)).digest("hex")

function message(type, content, parent = {}) {
  const header = { msg_id: `${session}_${++count}`, msg_type: type, session, username: "user", date: new Date().toISOString(), version: "5.3" }
  const parts = [header, parent, {}, content].map(part => JSON.stringify(part))
  return { id: header.msg_id, frames: ["<IDS|MSG>", sign(parts), ...parts] }
}

function read(frames) {
  const at = frames.findIndex(frame => frame.toString() === "<IDS|MSG>")
  const parts = frames.slice(at + 2, at + 6)
  assert.strictEqual(frames[at + 1].toString(), sign(parts), "the kernel's signature")
  const [header, parent, , content] = parts.map(part => JSON.parse(part))
  return { type: header.msg_type, header, parent: parent.msg_id, content }
}

async function freePorts() {
  const servers = await Promise.all([...Array(5)].map(() => new Promise(done => { const s = net.createServer().listen(0, "127.0.0.1", () => done(s)) })))
  const ports = servers.map(s => s.address().port)
  await Promise.all(servers.map(s => new Promise(done => s.close(done))))
  return ports
}

async function drive(ports, isBrief) {
  const [shell, iopub, stdin, control, heart] =
    [new zmq.Dealer({ routingId: session }), new zmq.Subscriber(), new zmq.Dealer({ routingId: session }), new zmq.Dealer({ routingId: session }), new zmq.Request()]
  const sockets = [shell, iopub, stdin, control, heart]
  sockets.forEach((socket, i) => { socket.linger = 0; socket.connect(`tcp://127.0.0.1:${ports[i]}`) })
  iopub.subscribe("")

  const ask = async (type, content, to = shell) => { const m = message(type, content); await to.send(m.frames); return m.id }
  const reply = async (from = shell) => read(await from.receive())
  async function heard(id) {
    const said = []
    for (;;) {
      const m = read((await iopub.receive()).slice(0))
      if (m.parent !== id) continue
      if (m.type === "status" && m.content.execution_state === "idle") return said
      if (m.type !== "status") said.push(m)
    }
  }
  async function run(code, more = {}) {
    const id = await ask("execute_request", { code, silent: false, store_history: true, user_expressions: {}, allow_stdin: false, stop_on_error: true, ...more })
    return { id, reply: await reply(), said: await heard(id) }
  }

  const began = Date.now()
  await ask("kernel_info_request", {})
  const info = await reply()
  assert.strictEqual(info.type, "kernel_info_reply")
  assert.strictEqual(info.content.language_info.name, "C#")
  // A subscription is on its way for a while: wait until something is heard.
  for (let first = iopub.receive(), done = false; !done;) {
    await ask("kernel_info_request", {})
    await reply()
    done = await Promise.race([first.then(() => true), new Promise(next => setTimeout(() => next(false), 50))])
  }
  const mark = await ask("kernel_info_request", {})
  await reply()
  await heard(mark)
  const ready = Date.now() - began

  let one = await run('Console.WriteLine("out"); Console.Error.WriteLine("err"); 6 * 7')
  assert.strictEqual(one.reply.content.status, "ok")
  assert.deepStrictEqual(one.said.map(m => m.type), ["execute_input", "stream", "stream", "execute_result"])
  assert.deepStrictEqual(one.said.slice(1, 3).map(m => [m.content.name, m.content.text]), [["stdout", "out\n"], ["stderr", "err\n"]])
  assert.strictEqual(one.said[3].content.data["text/plain"], "42")
  one = await run('throw new InvalidOperationException("no");')
  assert.strictEqual(one.reply.content.ename, "InvalidOperationException")

  await heart.send("are you there?")
  assert.strictEqual((await heart.receive())[0].toString(), "are you there?")

  const asked = await ask("execute_request", { code: 'Input("Name? ") + "!"', silent: false, store_history: true, user_expressions: {}, allow_stdin: true, stop_on_error: true })
  const question = read(await stdin.receive())
  assert.deepStrictEqual([question.type, question.content.prompt, question.content.password, question.parent], ["input_request", "Name? ", false, asked])
  await stdin.send(message("input_reply", { status: "ok", value: "Ada" }, isBrief ? {} : question.header).frames)
  assert.strictEqual((await reply()).content.status, "ok")
  assert.strictEqual((await heard(asked)).at(-1).content.data["text/plain"], "Ada!")

  if (isBrief) {
    await ask("shutdown_request", { restart: false }, control)
    assert.strictEqual((await reply(control)).type, "shutdown_reply")
    return
  }

  const endless = await ask("execute_request", { code: "while (true) { }", silent: false, store_history: true, user_expressions: {}, allow_stdin: false, stop_on_error: true })
  await new Promise(next => setTimeout(next, 300))
  const pressed = Date.now()
  await ask("interrupt_request", {}, control)
  assert.strictEqual((await reply(control)).type, "interrupt_reply")
  assert.strictEqual((await reply()).content.ename, "Interrupted")
  const stopped = Date.now() - pressed
  await heard(endless)

  const times = []
  for (let i = 0; i < 50; i++) {
    const begin = performance.now()
    assert.strictEqual((await run(`${i} + 1`)).said.at(-1).content.data["text/plain"], `${i + 1}`)
    times.push(performance.now() - begin)
  }
  times.sort((a, b) => a - b)
  await ask("shutdown_request", { restart: false }, control)
  assert.strictEqual((await reply(control)).type, "shutdown_reply")
  sockets.forEach(socket => socket.close())
  console.log(`npm zeromq ${require("zeromq/package.json").version} (libzmq ${zmq.version}): answers ${ready} ms after the start, round trip of a small cell ${times[25].toFixed(0)} ms (median of 50), interrupt ${stopped} ms`)
}

async function main() {
  const [file, given, givenKey] = process.argv.slice(2)
  if (given) {
    key = givenKey
    await drive(given.split(",").map(Number), true)
    return
  }
  const ports = await freePorts()
  const connection = path.resolve("connection.json")
  const [shell_port, iopub_port, stdin_port, control_port, hb_port] = ports
  fs.writeFileSync(connection, JSON.stringify({ transport: "tcp", ip: "127.0.0.1", signature_scheme: "hmac-sha256", key, shell_port, iopub_port, stdin_port, control_port, hb_port }), { mode: 0o600 })
  const argv = JSON.parse(fs.readFileSync(file, "utf8")).argv.map(a => a.replace("{connection_file}", connection))
  const kernel = spawn(argv[0], argv.slice(1), { stdio: ["ignore", "inherit", "inherit"] })
  const ended = new Promise(done => kernel.on("exit", done))
  try {
    await drive(ports, false)
    assert.strictEqual(await ended, 0, "the kernel's exit code")
  } finally {
    kernel.kill("SIGKILL")
  }
}

main().then(() => { clearTimeout(limit); process.exit(0) }, error => { console.error(error); process.exit(1) })
