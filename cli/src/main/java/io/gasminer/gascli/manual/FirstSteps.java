package io.gasminer.gascli.manual;

import java.util.List;

/** Owns the manual's way from the unpacked archive to the first paid challenge. */
final class FirstSteps {
  private FirstSteps() {}

  static void in(Roff page) {
    page.section("FIRST STEPS");
    page.paragraph("From nothing to the first paid challenge, one command after the other:");
    page.item("gascli demo", "the miner at work on this machine: no keys, no wallet, no money");
    page.item(
        "btcli subnets register --netuid 34",
        "the official tool registers a hotkey on the subnet (testnet: 379); 'gascli wallet"
            + " new-hotkey' makes one");
    page.item(
        "gascli setup",
        "five questions: network, wallet, services and their keys, port. Each answer is tried, and"
            + " .env.gen_miner is written for its owner alone. 'gascli import FOLDER' takes over an"
            + " installation of the known miner instead");
    page.item("gascli doctor", "everything that must be right, one line each, with the next step");
    page.item("gascli models", "what models cost and earn, whether validators accept their signer");
    page.item(
        "gascli generator start", "starts the miner in the background; it answers like this:");
    page.verbatim(
        List.of(
            "  The miner runs and answers.",
            "    process:    30001",
            "    supervisor: 29987",
            "    port:       18093",
            "    hotkey:     5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty",
            "    log:        /srv/gas-miner/logs/gas-miner.log"));
    page.item(
        "gascli generator status", "how it fares; 'gascli generator logs -f' follows its log");
    page.item("gascli tasks", "what validators asked for, and what became of it:");
    page.verbatim(
        List.of(
            "  TIME      ID        TYPE   TIER  MODEL          STATE      DELIVERY  BY",
            "  19:14:02  e887f54e  image  1K    sandbox-image  completed  recorded  uid 0",
            "  19:14:02  a8b69e5d  video  480p  sandbox-video  completed  recorded  uid 0"));
    page.item("gascli tasks show e887", "why this one was paid or not, step by step");
    page.item("gascli generator performance", "how the validators rate this miner");
  }
}
