package io.gasminer.gascli.doctor;

import io.gasminer.bittensor.rpc.Endpoint;
import io.gasminer.bittensor.ss58.Ss58Address;
import io.gasminer.gascli.chain.ChainSession;
import io.gasminer.miner.chain.Registration;
import io.gasminer.miner.config.MinerConfig;
import java.util.List;
import java.util.Optional;

/**
 * Whether the hotkey has a uid on the subnet, and how many may call it.
 *
 * @param stakeMatters whether callers need the stake
 */
record RegistrationCheck(
    MinerConfig.Chain chain, boolean stakeMatters, Shared<OwnKey> key, Shared<SubnetLook> subnet)
    implements Check {
  @Override
  public String subject() {
    return "registration";
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    Optional<Ss58Address> own = key.get().address();
    return List.of(
        switch (subnet.get()) {
          case SubnetLook.Unknown(String reason, boolean mayPass) -> unknown(reason, mayPass);
          case SubnetLook.Seen seen ->
              own.map(hotkey -> judged(hotkey, seen)).orElseGet(this::noKey);
        });
  }

  private Finding unknown(String reason, boolean mayPass) {
    String means =
        "whether this hotkey is registered on subnet " + chain.netuid() + " is not known";
    if (reason.startsWith(ChainSession.UNREACHABLE)) {
      return new Finding.Warning(
          ChainSession.UNREACHABLE, means, "mend what 'chain' says, then look again");
    }
    Advice advice = Advice.of(reason);
    return mayPass
        ? Finding.passing(advice.what(), means, advice.nextOr("another BT_CHAIN_ENDPOINT"))
        : Finding.lasting(advice.what(), means, advice.nextOr("mend that setting"));
  }

  private Finding noKey() {
    return new Finding.Warning(
        "whose registration to look for is not known, as the wallet tells no address",
        "an unregistered hotkey is never called",
        "mend the wallet, then look again");
  }

  private Finding judged(Ss58Address hotkey, SubnetLook.Seen seen) {
    String place = "subnet " + chain.netuid() + " (block " + seen.block() + ")";
    if (seen.uid().isEmpty()) {
      return Finding.lasting(
          hotkey + " has no uid on " + place,
          seen.neurons() == 0
              ? "that subnet has no neurons at all; is BT_NETUID right?"
              : "no validator would call it, and the miner does not start",
          new Registration(
                  hotkey,
                  chain.netuid(),
                  chain.endpoints().isEmpty() ? "finney" : network(chain.endpoints().getFirst()),
                  String.valueOf(chain.wallet().folder().path().getFileName()),
                  chain.wallet().hotkey())
              .command());
    }
    String what = "uid " + seen.uid().get() + " on " + place;
    return stakeMatters && seen.callers() == 0
        ? new Finding.Warning(
            what + ", where nobody has the stake of 20,000 that callers need",
            "every request is refused",
            "on a test network set MINER_NO_FORCE_VALIDATOR_PERMIT=true")
        : new Finding.Ok(
            what
                + "; "
                + (stakeMatters ? seen.callers() : seen.neurons())
                + " of "
                + seen.neurons()
                + " neurons may call"
                + (seen.fromFile() ? ", as BT_METAGRAPH_FILE says" : ""));
  }

  private static String network(Endpoint endpoint) {
    return endpoint.label();
  }
}
