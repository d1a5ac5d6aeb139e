"""The official SDK's half of the comparison: the same questions as ChainTimings. Arguments: endpoint, netuid, hotkey, rounds
(0: only checks the registration)."""
import sys
import time

begun = time.perf_counter()
import bittensor as bt  # noqa: E402

endpoint, netuid, hotkey, rounds = sys.argv[1], int(sys.argv[2]), sys.argv[3], int(sys.argv[4])
version = tuple(int(part) for part in bt.__version__.split(".")[:2])


def took(what, since):
    print(f"{what} {(time.perf_counter() - since) * 1000:.1f}", flush=True)


def connected():
    if version >= (11, 0):
        chain = bt.Subtensor(endpoint)
        registered = chain.neurons.uid(hotkey_ss58=hotkey, netuid=netuid) is not None
        return chain, registered, lambda: chain.subnets.metagraph(netuid)
    chain = bt.Subtensor(network=endpoint)
    registered = chain.is_hotkey_registered(hotkey_ss58=hotkey, netuid=netuid)
    plain = chain._runtime_call_with_fallback

    # Runtimes without mechanisms are asked with a list in a list, which 10.5.0's own encoder refuses; the rest is as it came.
    def mended(*calls, **options):
        flat = [(api, name, values[0] if name == "get_metagraph" else values) for api, name, values in calls]
        return plain(*flat, **options)

    chain._runtime_call_with_fallback = mended
    return chain, registered, lambda: chain.metagraph(netuid)


took("start", begun)
for number in range(max(rounds, 1)):
    begun = time.perf_counter()
    chain, registered, metagraph = connected()
    assert registered, "the hotkey is not registered"
    took("connect_again" if number else "connect_first", begun)
    for i in range(3 if rounds else 0):
        begun = time.perf_counter()
        graph = metagraph()
        took("metagraph_again" if number or i else "metagraph_first", begun)
    chain.close()
with open("/proc/self/status") as status:
    for line in status:
        if line.startswith("VmHWM:"):
            print("peak_kib", line.split()[1])
