# TLS between two ends in one program, each with bytes on their way in memory. The key is nobody's: it was made for this program.
import os
import ssl
import tempfile

CERTIFICATE = """-----BEGIN CERTIFICATE-----
MIIB3jCCAYWgAwIBAgIUOrshzJ7AC0w8zqq3/K4GTL3S7YkwCgYIKoZIzj0EAwIw
LjELMAkGA1UEBhMCWFkxDTALBgNVBAoMBHB5dm0xEDAOBgNVBAMMB2V4YW1wbGUw
IBcNMjYxMTI4MTgwODA5WhgPMjEyNTA2MjIxODA4MDlaMC4xCzAJBgNVBAYTAlhZ
MQ0wCwYDVQQKDARweXZtMRAwDgYDVQQDDAdleGFtcGxlMFkwEwYHKoZIzj0CAQYI
KoZIzj0DAQcDQgAEwvEtZShq8X6RWp+GAP2SWNPjTISkKmazwn7WwMGhgN3ddnu6
vCTiX/8QuNflIMJNbFUX5srpCNcR4Nx3Ki8wJ6N/MH0wHQYDVR0OBBYEFMS1JOob
PmLZBKP0kYJFdcjm8WSoMB8GA1UdIwQYMBaAFMS1JOobPmLZBKP0kYJFdcjm8WSo
MA8GA1UdEwEB/wQFMAMBAf8wKgYDVR0RBCMwIYIMZXhhbXBsZS50ZXN0ggsqLndp
bGQudGVzdIcEfwAAATAKBggqhkjOPQQDAgNHADBEAiBA8+/yHXECeZ4fm1/4EWnq
QaREykYXfeOswOZrx46OAAIgdH4cjp1iYB28TaLacz6kA6bAIBeIH7A0niITclOK
SyE=
-----END CERTIFICATE-----
"""
KEY = """-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgH0bYCTncUNVMGC1M
TYLUE7shrd0iKepL383BFsEURaWhRANCAATC8S1lKGrxfpFan4YA/ZJY0+NMhKQq
ZrPCftbAwaGA3d12e7q8JOJf/xC41+Ugwk1sVRfmyukI1xHg3HcqLzAn
-----END PRIVATE KEY-----
"""


def talk(steps):
    """Runs steps in turn until all are done."""
    waiting = list(steps)
    while waiting:
        for step in list(waiting):
            try:
                step()
                waiting.remove(step)
            except ssl.SSLWantReadError:
                pass


def connect(client_context, host):
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    client = client_context.wrap_bio(to_client, to_server, server_hostname=host)
    server = server_context.wrap_bio(to_server, to_client, server_side=True)
    talk([client.do_handshake, server.do_handshake])
    return client, server


with tempfile.TemporaryDirectory() as folder:
    file = os.path.join(folder, "both.pem")
    with open(file, "w") as out:
        out.write(KEY + CERTIFICATE)
    server_context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server_context.load_cert_chain(file)
server_context.set_alpn_protocols(["h2", "http/1.1"])
names = []
server_context.sni_callback = lambda connection, name, context: names.append(name)

client_context = ssl.create_default_context(cadata=CERTIFICATE)
client_context.set_alpn_protocols(["http/1.1"])
client, server = connect(client_context, "example.test")
print(client.version(), client.selected_alpn_protocol(), server.selected_alpn_protocol(), names)
print(client.getpeercert())
print(client.cipher()[1:], len(client.getpeercert(True)), server.getpeercert())

print(client.write(b"from the client " * 3), server.read(100), client.pending())
server.write(b"x" * 100_000)
received = b""
while len(received) < 100_000:
    received += client.read(1 << 20)
print(len(received), received == b"x" * 100_000)
try:
    client.read(1)
except ssl.SSLWantReadError as error:
    print(type(error).__mro__[:3], error.errno, error.reason)
talk([server.unwrap, client.unwrap])

for host in ("other.test", "a.wild.test", "127.0.0.1", "127.0.0.2", "wild.test"):
    try:
        connect(client_context, host)
        print(host, "is fine")
    except ssl.SSLCertVerificationError as error:
        print(host, error.verify_code, error.verify_message, error.reason)
try:
    connect(ssl.create_default_context(cadata=None), "example.test")
except ssl.SSLCertVerificationError as error:
    print(error.verify_code, error.verify_message)
