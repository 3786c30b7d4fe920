"""
OpenStack Swift with its S3 interface as one process on loopback: proxy, account, container and object server, one
replica. Everything it keeps is in the folder given, objects in memory. Pages of the origin given, if any, may send to it
and read from it in browsers. It prints its port and ends when its standard input does.
"""

import os
import sys

folder = sys.argv[1]
origin = sys.argv[2] if len(sys.argv) > 2 else ""

from swift.common import utils  # noqa: E402

with open(os.path.join(folder, "swift.conf"), "w") as file:
    file.write("[swift-hash]\nswift_hash_path_suffix = of-tests\n[storage-policy:0]\nname = one\ndefault = yes\n")
utils.set_swift_dir(folder)
utils.validate_hash_conf()

import eventlet  # noqa: E402
import eventlet.wsgi  # noqa: E402

eventlet.monkey_patch(all=False, socket=True, select=True, thread=True, time=True)
utils.eventlet_monkey_patch()

from swift.common import storage_policy, wsgi  # noqa: E402
from swift.common.http_protocol import SwiftHttpProtocol  # noqa: E402
from swift.common.ring import RingBuilder  # noqa: E402

storage_policy.reload_storage_policies()

PIPELINE = "catch_errors gatekeeper healthcheck listing_formats s3api tempauth copy dlo versioned_writes proxy-logging proxy-server"
FILTERS = {
    "catch_errors": "",
    "gatekeeper": "",
    "healthcheck": "",
    "s3api": "location = us-east-1\ns3_acl = no",
    "tempauth": "user_gas_app = a-secret-of-the-tests .admin",
    "listing_formats": "",
    "copy": "",
    "dlo": "",
    "versioned_writes": "allow_versioned_writes = true",
    "proxy-logging": "",
}


def conf_of(name, egg, pipeline, more=""):
    path = os.path.join(folder, name + ".conf")
    filters = "".join(
        "[filter:%s]\nuse = egg:swift#%s\n%s\n" % (it, it.replace("-", "_"), text) for it, text in more or []
    )
    with open(path, "w") as file:
        file.write(
            "[DEFAULT]\nswift_dir = %s\ndevices = %s\nmount_check = false\nlog_level = CRITICAL\n"
            "fallocate_reserve = 0\ndisable_fallocate = true\n"
            # The first is for what a browser asks before, of s3api, and the other for what it sends then, of the proxy.
            "cors_preflight_allow_origin = %s\ncors_allow_origin = %s\n"
            "[pipeline:main]\npipeline = %s\n[app:%s]\nuse = egg:swift#%s\n"
            "account_autocreate = true\nallow_account_management = true\n%s"
            % (folder, folder, origin, origin, pipeline, name, egg, filters)
        )
    return path


class Cache:
    """What memcached would keep."""

    def __init__(self):
        self.kept = {}

    def get(self, key, *_, **__):
        return self.kept.get(key)

    def set(self, key, value, *_, **__):
        self.kept[key] = value

    def delete(self, key, *_, **__):
        self.kept.pop(key, None)

    def incr(self, key, delta=1, *_, **__):
        self.kept[key] = max(0, int(self.kept.get(key) or 0) + int(delta))
        return self.kept[key]


CACHE = Cache()


def serve(sock, path):
    app = wsgi.loadapp(path, global_conf={"log_name": "swift"})
    eventlet.spawn(
        eventlet.wsgi.server,
        sock,
        lambda environ, start: app(environ | {"swift.cache": CACHE}, start),
        utils.NullLogger(),
        protocol=SwiftHttpProtocol,
        capitalize_response_headers=False,
    )


os.makedirs(os.path.join(folder, "disk"), exist_ok=True)
sockets = {name: eventlet.listen(("127.0.0.1", 0)) for name in ("account", "container", "object", "proxy")}
for name in ("account", "container", "object"):
    builder = RingBuilder(1, 1, 1)
    port = sockets[name].getsockname()[1]
    at = {"ip": "127.0.0.1", "port": port, "replication_ip": "127.0.0.1", "replication_port": port}
    builder.add_dev({"id": 0, "region": 1, "zone": 1, "weight": 1, "device": "disk", **at})
    builder.rebalance()
    builder.get_ring().save(os.path.join(folder, name + ".ring.gz"))

for name in ("account", "container", "object"):
    egg = "mem_object" if name == "object" else name
    serve(sockets[name], conf_of(name + "-server", egg, name + "-server"))
serve(sockets["proxy"], conf_of("proxy-server", "proxy", PIPELINE, FILTERS.items()))

print(sockets["proxy"].getsockname()[1], flush=True)
eventlet.tpool.execute(sys.stdin.read)
os._exit(0)
