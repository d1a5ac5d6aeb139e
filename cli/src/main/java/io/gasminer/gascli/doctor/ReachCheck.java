package io.gasminer.gascli.doctor;

import io.gasminer.bittensor.chain.Axon;
import io.gasminer.gascli.probe.Door;
import io.gasminer.gascli.probe.DoorKnock;
import java.net.InetAddress;
import java.util.List;
import java.util.OptionalLong;

/**
 * Whether the miner is reached at the address that validators call. From here that proves something
 * only when it works: many routers do not send a machine's own traffic back to it.
 */
record ReachCheck(
    Shared<OwnAddress> address,
    int port,
    Shared<OptionalLong> miner,
    DoorKnock knock,
    Shared<Arrivals> arrivals)
    implements Check {
  @Override
  public String subject() {
    return "reachable";
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    boolean runs = miner.get().isPresent();
    long came = runs ? arrivals.get().inADay() : 0;
    if (came > 0) {
      return List.of(
          new Finding.Ok(
              "validators reach the miner: "
                  + came
                  + (came == 1 ? " challenge" : " challenges")
                  + " came in 24 h"));
    }
    return switch (address.get()) {
      case OwnAddress.Unknown(String reason) ->
          List.of(
              new Finding.Warning(
                  "the address that the internet sees is not known (" + reason + ")",
                  "the miner cannot announce itself before it knows it",
                  "BT_AXON_EXTERNAL_IP: the address that validators reach this machine at"));
      case OwnAddress.Known(InetAddress known) -> List.of(reached(known, runs));
    };
  }

  private Finding reached(InetAddress known, boolean runs) {
    String place = Axon.at(known, port, 0).place();
    if (!runs) {
      return new Finding.Ok(
          place + " is not tried, as no miner runs here; look again when it does");
    }
    return knock.at(known.getHostAddress(), port) instanceof Door.Answered
        ? new Finding.Ok(
            "the miner answers at " + place + " from here; no challenge has come in 24 h yet")
        : new Finding.Warning(
            "no miner answers at " + place + " from here",
            "either no validator reaches it, or only this machine does not, as many routers do not"
                + " send its own traffic back",
            "from another network: curl http://"
                + place
                + "/health must answer 'Unknown Epistula"
                + " version'; if it does not, open port "
                + port
                + " in firewall and router");
  }
}
