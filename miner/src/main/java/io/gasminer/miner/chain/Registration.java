package io.gasminer.miner.chain;

import io.gasminer.bittensor.ss58.Ss58Address;

/**
 * Owns the words about a hotkey that has no uid on its subnet.
 *
 * @param network the name or the address that the official tools take
 */
public record Registration(
    Ss58Address hotkey, int netuid, String network, String walletName, String walletHotkey) {
  /** What the operator has to type. */
  public String command() {
    return "btcli subnets register --netuid "
        + netuid
        + " --wallet.name "
        + walletName
        + " --wallet.hotkey "
        + walletHotkey
        + " --network "
        + network;
  }

  /** Why the miner does not start. */
  String refusal(MetagraphSnapshot snapshot) {
    String subnet =
        snapshot.neurons().isEmpty()
            ? "subnet " + netuid + " of this chain has no neurons at all (is BT_NETUID right?), so "
            : "";
    return subnet
        + "the hotkey "
        + hotkey
        + " is not registered on subnet "
        + netuid
        + " (block "
        + snapshot.block()
        + " of "
        + network
        + "), so no validator would call it; register it: "
        + command()
        + " – or name another wallet with BT_WALLET_NAME and BT_WALLET_HOTKEY";
  }
}
