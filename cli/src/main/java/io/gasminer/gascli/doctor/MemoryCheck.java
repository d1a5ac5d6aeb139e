package io.gasminer.gascli.doctor;

import java.util.List;
import java.util.OptionalLong;

/** Whether the machine or the container has the memory that the miner may take. */
record MemoryCheck(Machine machine) implements Check {
  // Threads, code, buffers and the wallet's key derivation, which stand outside the heap.
  private static final long BESIDE_THE_HEAP = 512L << 20;

  @Override
  public String subject() {
    return "memory";
  }

  @Override
  public List<Finding> look() {
    OptionalLong memory = machine.memory();
    if (memory.isEmpty()) {
      return List.of(new Finding.Ok("how much there is cannot be told here"));
    }
    long there = memory.getAsLong();
    long heap = machine.minerHeap();
    String what =
        Sizes.binary(there) + "; the miner's heap may grow to " + Sizes.binary(heap) + " (-Xmx)";
    if (there < heap) {
      return List.of(
          Finding.lasting(
              what,
              "the system ends the miner before its heap is full",
              "give the machine or the container "
                  + Sizes.binary(heap + BESIDE_THE_HEAP)
                  + ", or set GASCLI_JAVA_OPTS=-Xmx"
                  + Math.max(256, (there >> 20) / 2)
                  + "m"));
    }
    return List.of(
        there < heap + BESIDE_THE_HEAP
            ? new Finding.Warning(
                what,
                Sizes.binary(BESIDE_THE_HEAP)
                    + " are needed beside the heap, so under load the system may end the miner",
                "give the machine or the container "
                    + Sizes.binary(heap + BESIDE_THE_HEAP)
                    + ", or set a smaller heap in GASCLI_JAVA_OPTS")
            : new Finding.Ok(what));
  }
}
