"""Records what real clients send to the kernel, byte by byte, for tests that run without them.

Usage: python3 record.py KERNEL.JSON OUT            records jupyter_client over libzmq
       python3 record.py KERNEL.JSON OUT FOLDER     records npm's zeromq, which lies in FOLDER beside drive.cjs

Each line of the file OUT is a connection: the socket's name and the bytes in base64, in the order in which clients connected. The first lines name the
client and the key of the messages. The same small session is recorded of each: who the kernel is, a cell, a question, the heartbeat, the end.
"""
import base64
import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time

# Nothing of the machine that records shall be in the recording.
os.environ.update(USER="user", USERNAME="user", LOGNAME="user", TZ="UTC")
time.tzset()
NAMES = ["shell", "iopub", "stdin", "control", "hb"]
KEY = "the-key-of-the-recording"
recorded = []
lock = threading.Lock()


def pipe(source, target, keep):
    try:
        while data := source.recv(65536):
            if keep is not None:
                keep.extend(data)
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        pass


def proxy(name, port):
    """Listens on a port of its own and passes everything on."""
    listener = socket.create_server(("127.0.0.1", 0))

    def accept():
        while True:
            client, _ = listener.accept()
            kernel = socket.create_connection(("127.0.0.1", port))
            said = bytearray()
            with lock:
                recorded.append((name, said))
            threading.Thread(target=pipe, args=(client, kernel, said), daemon=True).start()
            threading.Thread(target=pipe, args=(kernel, client, None), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    return listener.getsockname()[1]


def free_ports():
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in NAMES]
    ports = [s.getsockname()[1] for s in sockets]
    for s in sockets:
        s.close()
    return ports


def drive_libzmq(ports):
    import zmq
    import jupyter_client

    client = jupyter_client.BlockingKernelClient()
    client.load_connection_info({"ip": "127.0.0.1", "transport": "tcp", "signature_scheme": "hmac-sha256", "key": KEY, **{f"{n}_port": p for n, p in zip(NAMES, ports)}})
    client.session.username = "user"
    client.start_channels()
    client.wait_for_ready(timeout=60)
    client.execute_interactive('Console.WriteLine("out"); Console.Error.WriteLine("err"); 6 * 7', allow_stdin=False, timeout=60)
    client.execute_interactive('throw new InvalidOperationException("no");', allow_stdin=False, timeout=60)
    client.execute_interactive('Input("Name? ") + "!"', stdin_hook=lambda _: client.input("Ada"), timeout=60)
    # The heart beats once a second.
    time.sleep(2.5)
    client.shutdown()
    client.get_control_msg(timeout=30)
    client.stop_channels()
    return f"jupyter_client {jupyter_client.__version__}, pyzmq {zmq.__version__}, libzmq {zmq.zmq_version()}"


def drive_npm(ports, folder):
    subprocess.run(["node", "drive.cjs", "", ",".join(map(str, ports)), KEY], cwd=folder, check=True, timeout=100)
    with open(os.path.join(folder, "node_modules", "zeromq", "package.json")) as package:
        return f"npm zeromq {json.load(package)['version']}"


def main():
    spec, out, *folder = sys.argv[1:]
    ports = free_ports()
    with tempfile.TemporaryDirectory() as work, open(spec) as file:
        connection = os.path.join(work, "connection.json")
        with open(connection, "w") as target:
            json.dump({"ip": "127.0.0.1", "transport": "tcp", "signature_scheme": "hmac-sha256", "key": KEY, **{f"{n}_port": p for n, p in zip(NAMES, ports)}}, target)
        kernel = subprocess.Popen([a.replace("{connection_file}", connection) for a in json.load(file)["argv"]])
        try:
            for port in ports:
                for _ in range(200):
                    try:
                        socket.create_connection(("127.0.0.1", port)).close()
                        break
                    except OSError:
                        time.sleep(0.1)
            through = [proxy(name, port) for name, port in zip(NAMES, ports)]
            who = drive_npm(through, folder[0]) if folder else drive_libzmq(through)
            kernel.wait(timeout=30)
        finally:
            kernel.kill()
    with open(out, "w") as target:
        target.write(f"client {who}\nkey {KEY}\n")
        for name, said in recorded:
            target.write(f"{name} {base64.b64encode(said).decode()}\n")


main()
