package io.gasminer.gascli.doctor;

import io.gasminer.bittensor.chain.Axon;
import io.gasminer.miner.config.MinerConfig;
import java.util.List;
import java.util.Optional;

/** Whether the chain sends validators to where this miner is. */
record AxonCheck(MinerConfig.Chain chain, Shared<OwnAddress> address, Shared<SubnetLook> subnet)
    implements Check {
  @Override
  public String subject() {
    return "axon";
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    return List.of(
        switch (subnet.get()) {
          case SubnetLook.Unknown _ ->
              new Finding.Warning(
                  "what the chain announces is not known, as the subnet could not be read",
                  "validators call the address that the chain tells them",
                  "mend what 'registration' says, then look again");
          case SubnetLook.Seen seen when seen.fromFile() ->
              new Finding.Ok("nothing is announced, as BT_METAGRAPH_FILE stands for the chain");
          case SubnetLook.Seen seen when seen.uid().isEmpty() ->
              new Finding.Warning(
                  "nothing is announced, as the hotkey is not registered",
                  "validators call the address that the chain tells them",
                  "register the hotkey; the miner announces itself at its start");
          case SubnetLook.Seen seen -> judged(seen.axon(), address.get());
        });
  }

  private Finding judged(Optional<Axon> announced, OwnAddress own) {
    String next =
        chain.announcing().wanted()
            ? "the miner announces itself at its start; now: gascli chain serve-axon"
            : "BT_AXON_ANNOUNCE=false leaves it to you: gascli chain serve-axon";
    if (announced.isEmpty()) {
      return new Finding.Warning(
          "the chain announces no address for this hotkey", "no validator can call it", next);
    }
    Axon there = announced.get();
    if (there.port() != chain.announcedPort()) {
      boolean mapped = chain.announcing().externalPort().isPresent();
      return new Finding.Warning(
          "the chain announces "
              + there.place()
              + (mapped ? ", and BT_AXON_EXTERNAL_PORT is " : ", and BT_AXON_PORT is ")
              + chain.announcedPort(),
          "validators call the announced port"
              + (mapped
                  ? ""
                  : "; that is right only where something forwards it, and"
                      + " BT_AXON_EXTERNAL_PORT says so"),
          next);
    }
    return switch (own) {
      case OwnAddress.Known known when !known.address().equals(there.address()) ->
          new Finding.Warning(
              "the chain announces "
                  + there.place()
                  + ", and this machine is "
                  + known.address().getHostAddress(),
              "validators call the announced address",
              next);
      case OwnAddress.Known _ -> new Finding.Ok("the chain announces " + there.place());
      case OwnAddress.Unknown _ ->
          new Finding.Ok(
              "the chain announces "
                  + there.place()
                  + " (this machine's own address is not known)");
    };
  }
}
