"""Drives the installed kernel with real clients of jupyter_client as they behave badly, and asks for input.

Usage: python3 many.py        Prints figures; an assertion says what is wrong.
"""
import os
import signal
import subprocess
import sys
import time

from jupyter_client.manager import start_new_kernel

if len(sys.argv) > 1:
    # A client of its own process that subscribes, says so and is then stopped by the one that started it: it never reads.
    from jupyter_client import BlockingKernelClient

    client = BlockingKernelClient(connection_file=sys.argv[1])
    client.load_connection_file()
    client.start_channels()
    client.wait_for_ready(timeout=30)
    print("ready", flush=True)
    time.sleep(600)
    sys.exit(0)

kernel, client = start_new_kernel(kernel_name="notebookkit-csharp")


def memory():
    with open(f"/proc/{kernel.provisioner.pid}/status") as status:
        lines = dict(line.split(":", 1) for line in status)
    return int(lines["RssAnon"].split()[0]) / 1024, int(lines["VmHWM"].split()[0]) / 1024


def run(code, to=client, timeout=120, **more):
    said = []
    reply = to.execute_interactive(code, timeout=timeout, output_hook=said.append, **more)["content"]
    return reply, [m for m in said if m["msg_type"] != "status"]


def value(said):
    return [m["content"]["data"]["text/plain"] for m in said if m["msg_type"] == "execute_result"]


# Input: a line, a password, characters; refused; interrupted; a late answer.
questions = []


def answer(text):
    def hook(message):
        questions.append((message["content"]["prompt"], message["content"]["password"]))
        client.input(text)

    return hook


reply, said = run('Input("Name? ") + "!"', allow_stdin=True, stdin_hook=answer("Ada"))
assert value(said) == ["Ada!"] and questions == [("Name? ", False)], (value(said), questions)
reply, said = run('Password("Key? ").Length', allow_stdin=True, stdin_hook=answer("1234"))
assert value(said) == ["4"] and questions[1] == ("Key? ", True), (value(said), questions)
reply, said = run('Console.Write("Age? "); int.Parse(Console.ReadLine()) + 1', allow_stdin=True, stdin_hook=answer("41"))
assert value(said) == ["42"] and [m["msg_type"] for m in said] == ["execute_input", "stream", "execute_result"], said
reply, said = run("Console.ReadLine()", allow_stdin=False)
assert reply["ename"] == "InputNotAllowedException" and "does not allow it" in reply["evalue"], reply
pressed = []


def interrupt(message):
    pressed.append(time.time())
    kernel.interrupt_kernel()


reply, said = run("Console.ReadLine()", allow_stdin=True, stdin_hook=interrupt)
assert reply["ename"] == "Interrupted", reply
stopped = time.time() - pressed[0]
client.input("late")
time.sleep(0.2)
reply, said = run("Console.ReadLine()", allow_stdin=True, stdin_hook=answer("in time"))
assert value(said) == ["in time"], said
print(f"input is asked for and answered; an interrupt ends the wait after {1000 * stopped:.0f} ms")
assert stopped < 4, stopped

# 500 cells at once, and those of another client among them.
other = kernel.client()
# Clients that the manager makes share a session, and so the names of their messages.
other.session.session = "another-session"
other.start_channels()
other.wait_for_ready(timeout=30)
begin = time.time()
mine = [client.execute(f"{i}") for i in range(500)]
theirs = [other.execute(f"-{i}") for i in range(1, 51)]
for asked, who in ((mine, client), (theirs, other)):
    replies = [who.get_shell_msg(timeout=120) for _ in asked]
    assert [r["parent_header"]["msg_id"] for r in replies] == asked
    assert all(r["content"]["status"] == "ok" for r in replies)
    counts = [r["content"]["execution_count"] for r in replies]
    assert counts == sorted(counts) and len(set(counts)) == len(counts), counts
took = time.time() - begin
heard = []
for who in (client, other):
    results, idle = {}, set()
    while len(idle) < 550:
        message = who.get_iopub_msg(timeout=60)
        parent = message["parent_header"].get("msg_id")
        if message["msg_type"] == "execute_result":
            results[parent] = message["content"]["data"]["text/plain"]
        elif message["msg_type"] == "status" and message["content"]["execution_state"] == "idle" and parent in results:
            idle.add(parent)
    assert [results[id] for id in mine] == [str(i) for i in range(500)]
    assert [results[id] for id in theirs] == [str(-i) for i in range(1, 51)]
    heard.append(list(results))
assert heard[0] == heard[1], "both clients hear all in the same order"
print(f"550 cells of two clients at once: all answered in order in {took:.1f} s, {1000 * took / 550:.0f} ms each")

# A client that stops reading: a cell that shows 200 MB ends, and who reads hears all of it.
stuck = subprocess.Popen([sys.executable, __file__, kernel.connection_file], stdout=subprocess.PIPE, text=True)
assert stuck.stdout.readline() == "ready\n"
os.kill(stuck.pid, signal.SIGSTOP)
try:
    reply, said = run('var big = new string(\'x\', 1_000_000); GC.Collect();')
    before, _ = memory()
    begin = time.time()
    shown = [0]

    def count(message):
        shown[0] += message["msg_type"] == "display_data" and len(message["content"]["data"]["text/plain"])

    reply = client.execute_interactive("for (var i = 0; i < 200; i++) display(big);", timeout=200, output_hook=count)["content"]
    assert reply["status"] == "ok" and shown[0] >= 200_000_000, (reply, shown)
    took = time.time() - begin
    reply, said = run("GC.Collect(2, GCCollectionMode.Aggressive, true, true);")
    after, peak = memory()
    print(f"200 MB shown beside a client that stands still: {took:.1f} s, memory {before:.0f} MB before, {after:.0f} MB after, {peak:.0f} MB at most")
    assert after < before + 100 and peak < before + 600, (before, after, peak)
    begin = time.time()
    reply, said = run('var line = new string(\'y\', 100_000); for (var i = 0; i < 2000; i++) Console.WriteLine(line);')
    text = sum(len(m["content"]["text"]) for m in said if m["msg_type"] == "stream")
    assert reply["status"] == "ok" and 1_000_000 <= text < 1_001_000, (reply, text)
    print(f"200 MB printed: {time.time() - begin:.1f} s, {text:,} characters of it are kept")
finally:
    os.kill(stuck.pid, signal.SIGKILL)
    stuck.wait()

other.stop_channels()
client.stop_channels()
kernel.shutdown_kernel()
